import type { Core, Struct } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refused } from '../../reasons/refused';
import { permissionChecker } from '../../strapi/permission-checker';
import type { DocumentPlace } from './document-place';
import { findDocument } from './find-document';
import { refuseType } from './refuse-type';

/** @throws PolicyError if the role may not read the type; NotFoundError if it may not read the document */
export const requireReadable = async (
  strapi: Core.Strapi,
  ability: unknown,
  model: Struct.ContentTypeSchema,
  place: DocumentPlace,
): Promise<void> => {
  if (permissionChecker(strapi, ability, model.uid).cannot.read()) throw refuseType(model.uid);
  if (await findDocument(strapi, ability, model, place, 'read')) return;
  const where = place.locale ? ` in the locale ${place.locale}` : '';
  throw new errors.NotFoundError(
    `There is no ${model.info.displayName} "${place.documentId}" that you may read${where}.`,
    refused('document-gone'),
  );
};
