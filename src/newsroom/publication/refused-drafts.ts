import type { Core } from '@strapi/strapi';
import { databaseTime } from '../clock/database-time';
import { isUnexplained } from '../corrections/change-since';
import { readHistory } from '../corrections/publication-history';
import { checkRules, type Finding, type RuleLevels } from '../rules/rules';
import { readableHindrances } from '../refusals/readable-reasons';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE } from '../type-names';
import { createFactsReader } from './article-facts';
import { changeHindrance, type ChangeFault } from './change-hindrance';
import { embargoHindrance, readEmbargoes } from './embargo-hindrance';
import { findMissingRequired } from './missing-required';
import { findNamedInText } from './named-listings';
import { readDrafts, type SavedDraft } from './read-articles';

/**
 * Why publishing an article would be refused. If the caller may not read the field concerned, the fault is `unreadable` and there
 * is no field.
 */
export type Hindrance = Pick<Finding, 'field' | 'values' | 'message'> & {
  fault: Finding['fault'] | 'embargo' | ChangeFault | 'unreadable';
};

/** An article whose saved draft would be refused. */
export interface RefusedDraft {
  documentId: string;
  locale: string;
  /** Null if the draft has no headline, or the caller may not read it. */
  title: string | null;
  hindrances: Hindrance[];
}

type Draft = SavedDraft & { title?: string | null };

/**
 * Finds the drafts whose publication would be refused, by a rule, an embargo, an empty field, a retraction or a wrongly declared
 * change. It looks only at drafts that the caller may read and publish. Writes nothing.
 *
 * @param locales undefined for all locales
 */
export const findRefusedDrafts = async (
  strapi: Core.Strapi,
  ability: unknown,
  { documentIds, locales }: { documentIds: readonly string[]; locales: readonly string[] | undefined },
): Promise<RefusedDraft[]> => {
  const may = permissionChecker(strapi, ability, ARTICLE);
  const where = { documentId: { $in: documentIds }, ...(locales ? { locale: { $in: locales } } : {}) };
  const seen: { id: number }[] = await strapi.db
    .query(ARTICLE)
    .findMany({ where: { ...where, publishedAt: null }, populate: { createdBy: { populate: ['roles'] } } });
  const readable = new Map(
    seen.filter((draft) => may.can.read(draft) && may.can.publish(draft)).map((draft) => [draft.id, draft]),
  );
  const ids = [...readable.keys()];
  if (ids.length === 0) return [];
  const levels = strapi.config.get<RuleLevels>('newsroom.rules');
  const factsOf = await createFactsReader(strapi);
  const now = await databaseTime(strapi);
  const embargoes = await readEmbargoes(strapi, documentIds);
  const found: RefusedDraft[] = [];
  for (const draft of (await readDrafts(strapi, { id: { $in: ids } })) as Draft[]) {
    const { documentId, locale } = draft;
    const last = (await readHistory(strapi, documentId)).get(locale)?.last;
    const facts = factsOf(draft, {
      named: await findNamedInText(strapi, draft),
      isUnexplained: isUnexplained(strapi, { ...draft }, last),
    });
    const hindrances = [
      ...findMissingRequired(strapi, draft),
      ...[embargoHindrance(embargoes.get(documentId), now), changeHindrance({ ...draft }, last)].filter(
        (one) => one !== undefined,
      ),
      ...checkRules(facts, levels).filter(({ level }) => level === 'block'),
    ].map(({ field, fault, values, message }): Hindrance => ({ field, fault, values, message }));
    if (hindrances.length === 0) continue;
    const mayRead = (field: string): boolean => may.can.read(readable.get(draft.id), field.split('.')[0]);
    const title = mayRead('title') ? draft.title || null : null;
    found.push({ documentId, locale, title, hindrances: readableHindrances(hindrances, mayRead) });
  }
  return found;
};
