import type { Core, Struct } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refused } from '../../reasons/refused';
import { hasDrafts } from '../../strapi/enabled-types';
import type { DocumentPlace } from './document-place';
import { findDocument } from './find-document';

/**
 * Checks that the user may publish a document before its quotes are tried again, because publishing it again would have the same
 * effect. A type without drafts is published by updating it.
 *
 * @throws PolicyError
 */
export const requirePublishable = async (
  strapi: Core.Strapi,
  ability: unknown,
  model: Struct.ContentTypeSchema,
  place: DocumentPlace,
): Promise<void> => {
  const act = hasDrafts(model) ? 'publish' : 'update';
  if (!(await findDocument(strapi, ability, model, place, act)))
    throw new errors.PolicyError(
      'Only those who may publish a document may try again for its quotes.',
      refused('trying-not-allowed'),
    );
};
