import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { createWriteAnswer } from './write-response';
import type { CallersSight } from './request-visibility';
import type { Models } from './models';
import { asNewsroom } from './unrestricted-reads';
import type { Query, Sight } from './visibility';

/** What the document service only reads with. Whatever else it has, or will have, writes. */
const READS: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'findOne', 'count']);
/** Parts of a write, for callers that are inside of one. */
const PARTS: ReadonlySet<string> = new Set(['updateComponents', 'omitComponentData']);
/** Parameters that tell which entries have drafts, and what kind of drafts, by what they find. */
const TELL_OF_DRAFTS = ['publicationFilter', 'hasPublishedVersion'];

type Action = (params?: Query) => Promise<unknown>;
type Documents = Record<string, Action>;

const seesPublishedOnly = (sight: Sight): boolean => sight.draftsOfWrites === 'what-was-sent';

/** Whether what a write answers is theirs to see, whatever it is: they have the right to drafts. */
const seesEverything = (sight: Sight): boolean => sight.atRoot && !seesPublishedOnly(sight);

/** @throws ForbiddenError for what tells of drafts to someone who may not see them */
const refuseTellingOfDrafts = (params: Query, reads: boolean, sight: Sight): void => {
  if (!seesPublishedOnly(sight)) return;
  const tells = TELL_OF_DRAFTS.find((name) => params[name] !== undefined && params[name] !== null);
  if (tells === undefined && !(reads && params.status === 'draft')) return;
  throw new errors.ForbiddenError(
    `${tells ?? 'status=draft'}: drafts are read with an API token that has the right to them (findDraft).`,
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
export const guardDocuments = (strapi: Core.Strapi, models: Models, callersSight: CallersSight): void => {
  const answerOf = createWriteAnswer(strapi, models);

  const guardRead =
    (read: Action): Action =>
    async (params = {}) => {
      const sight = await callersSight();
      if (sight) refuseTellingOfDrafts(params, true, sight);
      return read(params);
    };

  const guardWrite =
    (uid: string, action: string, write: Action): Action =>
    async (params = {}) => {
      const sight = await callersSight();
      if (!sight || seesEverything(sight)) return asNewsroom(() => write(params));
      refuseTellingOfDrafts(params, false, sight);
      const { populate: _populate, fields: _fields, ...kept } = params;
      const result = await asNewsroom(() => write(kept));
      return answerOf({ uid, action, params }, result, sight);
    };

  for (const uid of Object.keys(strapi.contentTypes)) {
    const documents = strapi.documents(uid as never) as unknown as Documents;
    for (const [action, original] of Object.entries(documents)) {
      if (typeof original !== 'function' || PARTS.has(action)) continue;
      documents[action] = READS.has(action) ? guardRead(original) : guardWrite(uid, action, original);
    }
    if ((strapi.documents(uid as never) as unknown) !== documents) {
      throw new Error(`The document service makes new actions for "${uid}": it cannot be guarded.`);
    }
  }
};
