import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { createWriteResponse } from './write-response';
import type { RequestVisibility } from './request-visibility';
import type { Models } from './models';
import { readUnrestricted } from './unrestricted-reads';
import type { Query, Visibility } from './visibility';

/** What the document service only reads with. Whatever else it has, or will have, writes. */
const READ_ACTIONS: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'findOne', 'count']);
/** Parts of a write, for callers that are inside of one. */
const INNER_ACTIONS: ReadonlySet<string> = new Set(['updateComponents', 'omitComponentData']);
/** Parameters that tell which entries have drafts, and what kind of drafts, by what they find. */
const DRAFT_PARAMETERS = ['publicationFilter', 'hasPublishedVersion'];

type Action = (params?: Query) => Promise<unknown>;
type Documents = Record<string, Action>;

const isLimitedToPublished = (sight: Visibility): boolean => sight.draftResponse === 'what-was-sent';

/** Whether what a write answers is theirs to see, whatever it is: they have the right to drafts. */
const isUnlimited = (sight: Visibility): boolean => sight.filtersRoot && !isLimitedToPublished(sight);

/** @throws PolicyError for what tells of drafts to someone who may not see them */
const refuseDraftParameters = (params: Query, reads: boolean, sight: Visibility): void => {
  if (!isLimitedToPublished(sight)) return;
  const tells = DRAFT_PARAMETERS.find((name) => params[name] !== undefined && params[name] !== null);
  if (tells === undefined && !(reads && params.status === 'draft')) return;
  throw new errors.PolicyError(
    `${tells ?? 'status=draft'}: this caller may not read drafts. Leave the parameter out, or use an API token with the permission findDraft (npm run tokens -- preview).`,
  );
};

/**
 * Lets writes of the document service read what they need, and answer what the caller may see; refuses reads that
 * are about drafts to whoever may see none.
 *
 * Around all of the service and not as one of its middlewares: a plugin's middlewares come before the app's, and
 * read too. This leans on Strapi keeping one object of actions for each type, and stops the boot where it does not.
 *
 * @throws Error where the document service cannot be guarded like this
 */
export const guardDocumentService = (
  strapi: Core.Strapi,
  models: Models,
  callersSight: RequestVisibility,
): void => {
  const answerOf = createWriteResponse(strapi, models);

  const guardRead =
    (read: Action): Action =>
    async (params = {}) => {
      const sight = await callersSight();
      if (sight) refuseDraftParameters(params, true, sight);
      return read(params);
    };

  const guardWrite =
    (uid: string, action: string, write: Action): Action =>
    async (params = {}) => {
      const sight = await callersSight();
      if (!sight || isUnlimited(sight)) return readUnrestricted(() => write(params));
      refuseDraftParameters(params, false, sight);
      const { populate: _populate, fields: _fields, ...kept } = params;
      const result = await readUnrestricted(() => write(kept));
      return answerOf({ uid, action, params }, result, sight);
    };

  for (const uid of Object.keys(strapi.contentTypes)) {
    const documents = strapi.documents(uid as never) as unknown as Documents;
    for (const [action, original] of Object.entries(documents)) {
      if (typeof original !== 'function' || INNER_ACTIONS.has(action)) continue;
      documents[action] = READ_ACTIONS.has(action) ? guardRead(original) : guardWrite(uid, action, original);
    }
    if ((strapi.documents(uid as never) as unknown) !== documents) {
      throw new Error(`The document service makes new actions for "${uid}": it cannot be guarded.`);
    }
  }
};
