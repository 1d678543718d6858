import type { Core, Struct } from '@strapi/strapi';
import { relatedKey } from '../../store/related-key';
import type { AdminContext } from '../admin-context';
import { parseRequest, placeQuery } from '../request-bodies';
import { enabledModel } from './enabled-model';
import { localeOf } from './locale-of';
import { requireReadable } from './require-readable';

/**
 * Finds the document in the path (`/documents/:uid/:documentId`) and `?locale` of a request, and requires that the caller may read it.
 *
 * @returns its type, and the key under which the record has its snapshots
 * @throws NotFoundError, ForbiddenError, ValidationError
 */
export const requireReadablePlace = async (
  strapi: Core.Strapi,
  { params, query, state }: AdminContext,
): Promise<{ model: Struct.ContentTypeSchema; key: string }> => {
  const model = enabledModel(strapi, params.uid ?? '');
  const locale = await localeOf(strapi, model, parseRequest(placeQuery, query).locale);
  const documentId = params.documentId ?? '';
  await requireReadable(strapi, state.userAbility, model, { documentId, locale });
  return { model, key: relatedKey(documentId, locale) };
};
