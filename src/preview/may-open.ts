import type { Core } from '@strapi/strapi';
import { databaseTime } from '../newsroom/clock/database-time';
import { findPerson, personAbility } from '../newsroom/strapi/person-ability';
import { ARTICLE } from '../newsroom/type-names';
import { readUnrestricted } from '../newsroom/visibility/unrestricted-reads';
import { mayReadDraft } from './may-read-draft';
import type { PreviewTarget } from './signed-link';

/** Whether an article is under embargo now, in any of its locales. */
const isUnderEmbargo = async (strapi: Core.Strapi, documentId: string): Promise<boolean> =>
  (await strapi.db.query(ARTICLE).count({
    where: { documentId, publishedAt: null, embargoUntil: { $gt: await databaseTime(strapi) } },
  })) > 0;

/**
 * Whether a link may open its preview. A link is mailed and forwarded, and may be older than the embargo. Under embargo, the person
 * who opens it must now have the right to read the draft.
 *
 * @param personId the person who uses this browser; undefined if not known
 */
export const mayOpen = (
  strapi: Core.Strapi,
  target: PreviewTarget,
  personId: number | undefined,
): Promise<boolean> =>
  readUnrestricted(async () => {
    if (!(await isUnderEmbargo(strapi, target.documentId))) return true;
    if (personId === undefined) return false;
    const ability = await personAbility(strapi, await findPerson(strapi, personId));
    return ability !== undefined && (await mayReadDraft(strapi, ability, target));
  });
