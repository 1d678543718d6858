import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { replaceDocumentActions, type DocumentAction } from '../strapi/document-actions';
import { createWriteResponse } from './write-response';
import type { RequestVisibility } from './request-visibility';
import type { Models } from './models';
import { readUnrestricted } from './unrestricted-reads';
import type { Query, Visibility } from './visibility';

/** Actions that only read. Every other action, also one of a later Strapi, is treated as a write. */
const READ_ACTIONS: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'findOne', 'count']);
/** Parameters that reveal which entries have unpublished changes. */
const DRAFT_PARAMETERS = ['publicationFilter', 'hasPublishedVersion'];

const isLimitedToPublished = (visibility: Visibility): boolean => visibility.draftResponse === 'sent-fields';

/** Whether the caller may see the whole answer of a write: a caller of the content API with the permission to read drafts. */
const isUnlimited = (visibility: Visibility): boolean =>
  visibility.filtersRoot && !isLimitedToPublished(visibility);

/** @throws PolicyError for a parameter that reveals drafts to a caller who may not read them */
const refuseDraftParameters = (params: Query, reads: boolean, visibility: Visibility): void => {
  if (!isLimitedToPublished(visibility)) return;
  const tells = DRAFT_PARAMETERS.find((name) => params[name] !== undefined && params[name] !== null);
  if (tells === undefined && !(reads && params.status === 'draft')) return;
  throw new errors.PolicyError(
    `${tells ?? 'status=draft'}: this caller may not read drafts. Leave the parameter out, or use an API token with the permission findDraft (npm run tokens -- preview).`,
  );
};

/**
 * Lets writes of the document service read everything that they need, but restricts their answer to what the caller may see.
 * Refuses reads about drafts if the caller may not read drafts.
 */
export const guardDocumentService = (
  strapi: Core.Strapi,
  models: Models,
  requestVisibility: RequestVisibility,
): void => {
  const answerOf = createWriteResponse(strapi, models);

  const guardRead =
    (read: DocumentAction): DocumentAction =>
    async (params = {}) => {
      const visibility = await requestVisibility();
      if (visibility) refuseDraftParameters(params, true, visibility);
      return read(params);
    };

  const guardWrite =
    (uid: string, action: string, write: DocumentAction): DocumentAction =>
    async (params = {}) => {
      const visibility = await requestVisibility();
      if (!visibility || isUnlimited(visibility)) return readUnrestricted(() => write(params));
      refuseDraftParameters(params, false, visibility);
      const { populate: _populate, fields: _fields, ...kept } = params;
      const result = await readUnrestricted(() => write(kept));
      return answerOf({ uid, action, params }, result, visibility);
    };

  replaceDocumentActions(strapi, (uid, action, original) =>
    READ_ACTIONS.has(action) ? guardRead(original) : guardWrite(uid, action, original),
  );
};
