import type { Core } from '@strapi/strapi';
import { databaseTime } from '../clock/database-time';
import { readUnexplained } from '../corrections/change-since';
import { checkRules, type Finding, type RuleLevels } from '../rules/rules';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE } from '../type-names';
import { createFactsReader } from './article-facts';
import { embargoHindrance } from './embargo-hindrance';
import { missingRequired } from './missing-required';
import { namedInText } from './named-listings';
import { readDrafts, type SavedDraft } from './read-articles';

/** Why an article is kept back. */
export type Hindrance = Pick<Finding, 'field' | 'values' | 'message'> & {
  fault: Finding['fault'] | 'embargo';
};

/** An article that publishing its saved draft would refuse. */
export interface KeptBack {
  documentId: string;
  locale: string;
  /** Null where the draft has no headline, or the caller may not see it. */
  title: string | null;
  hindrances: Hindrance[];
}

type Draft = SavedDraft & { title?: string | null; embargoUntil?: string | Date | null };

/**
 * Which of these drafts a rule, an embargo or an empty field keeps back, of those that the caller may read and publish. Writes
 * nothing.
 *
 * @param locales undefined for all of them
 */
export const keptBack = async (
  strapi: Core.Strapi,
  ability: unknown,
  { documentIds, locales }: { documentIds: readonly string[]; locales: readonly string[] | undefined },
): Promise<KeptBack[]> => {
  const may = permissionChecker(strapi, ability, ARTICLE);
  const where = { documentId: { $in: documentIds }, ...(locales ? { locale: { $in: locales } } : {}) };
  const seen: { id: number }[] = await strapi.db
    .query(ARTICLE)
    .findMany({ where: { ...where, publishedAt: null }, populate: ['createdBy'] });
  const ids = seen.filter((draft) => may.can.read(draft) && may.can.publish(draft)).map(({ id }) => id);
  if (ids.length === 0) return [];
  const levels = strapi.config.get<RuleLevels>('newsroom.rules');
  const factsOf = await createFactsReader(strapi);
  const now = await databaseTime(strapi);
  const found: KeptBack[] = [];
  for (const draft of (await readDrafts(strapi, { id: { $in: ids } })) as Draft[]) {
    const facts = factsOf(draft, {
      named: await namedInText(strapi, draft),
      isUnexplained: await readUnexplained(strapi, draft),
    });
    const blocks = checkRules(facts, levels).filter(({ level }) => level === 'block');
    const embargo = embargoHindrance(draft.embargoUntil, now);
    const hindrances = [...missingRequired(strapi, draft), ...(embargo ? [embargo] : []), ...blocks].map(
      ({ field, fault, values, message }): Hindrance => ({ field, fault, values, message }),
    );
    if (hindrances.length === 0) continue;
    const { documentId, locale } = draft;
    const title = may.can.read(draft, 'title') ? draft.title || null : null;
    found.push({ documentId, locale, title, hindrances });
  }
  return found;
};
