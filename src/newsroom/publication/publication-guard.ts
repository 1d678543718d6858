import type { Core, Modules } from '@strapi/strapi';
import { emptyNoticesOfPhotos } from '../retraction/keep-notice';
import { readHistory } from '../corrections/publication-history';
import { recordArticlePublication } from '../corrections/record-publication';
import { refuseChange } from '../corrections/refuse-change';
import { isUnexplained } from '../corrections/change-since';
import { clearNewsroomFields, type NewsroomFields } from '../corrections/set-newsroom-fields';
import { recordWordings } from '../disclaimers/record-wordings';
import { checkRules, type RuleLevels } from '../rules/rules';
import { ARTICLE, WORDINGS_ATTRIBUTE } from '../type-names';
import { setRelation } from '../strapi/set-relation';
import { createFactsReader } from './article-facts';
import { failAtCommit, type Transaction } from '../strapi/fail-at-commit';
import { publicationValidators } from './publication-validators';
import { findNamedByPublication } from './named-listings';
import { readPublishedArticles } from './read-articles';
import { publicationRefusal } from './publication-refusal';
import { readPlannedVersions } from './planned-versions';

type Middleware = Modules.Documents.Middleware.Middleware;
type Context = Parameters<Middleware>[0];
type Entry = { id: number; documentId: string } & Record<string, unknown>;

const isPublication = ({ uid, action, params }: Context): boolean =>
  uid === ARTICLE &&
  (action === 'publish' ||
    ((action === 'create' || action === 'update') && (params as { status?: string }).status === 'published'));

const isDiscard = ({ uid, action }: Context): boolean => uid === ARTICLE && action === 'discardDraft';

/** The entries that an action has written: `publish` and `discardDraft` answer with all locales, the others with one document. */
const entriesOf = ({ action }: Context, result: unknown): Entry[] => {
  if (action === 'publish' || action === 'discardDraft') return (result as { entries: Entry[] }).entries;
  return result ? [result as Entry] : [];
};

/** Only a publication sets the wordings, so wordings that a client sends are dropped. */
const dropSentWordings = ({ uid, params }: Context): void => {
  const { data } = params as { data?: Record<string, unknown> };
  if (uid === ARTICLE && data) delete data[WORDINGS_ATTRIBUTE];
};

const setWordings = (
  strapi: Core.Strapi,
  trx: Transaction,
  id: number,
  wordings: readonly number[],
): Promise<void> => setRelation(strapi, trx, { uid: ARTICLE, id, attribute: WORDINGS_ATTRIBUTE }, wordings);

/**
 * Runs before the first write, so that nothing is published even if the caller catches the error. @throws the error of a validator
 */
const validate = async (strapi: Core.Strapi, trx: Transaction, context: Context): Promise<void> => {
  await refuseChange(strapi, trx, context);
  const judges = publicationValidators(strapi);
  if (judges.length === 0) return;
  for (const article of await readPlannedVersions(strapi, context)) {
    for (const judgeOne of judges) await judgeOne(article);
  }
};

/**
 * Guards every publication of an article, whichever API it comes from: refuses what the rules block, and gives the published
 * version the disclaimers that apply, in their current wording.
 *
 * The article is validated before the first write. Another request may change the draft between the two, so the rules are
 * checked again on what was written; if they fail then, the whole transaction is rolled back.
 */
export const guardPublication =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    dropSentWordings(context);
    const publishing = isPublication(context);
    if (!publishing && !isDiscard(context)) return next();

    const complete = async (trx: Transaction, entries: Entry[]): Promise<void> => {
      const [first] = entries;
      if (!first) return;
      if (publishing) {
        await publish(strapi, trx, first, entries);
      } else await clearDrafts(strapi, trx, entries);
      await refreshWordings(strapi, entries);
    };
    const publishInTransaction = async (): Promise<unknown> =>
      await strapi.db.transaction(async ({ trx }) => {
        if (publishing) await validate(strapi, trx, context);
        const result: unknown = await next();
        try {
          await complete(trx, entriesOf(context, result));
        } catch (error) {
          failAtCommit(trx, error);
          throw error;
        }
        return result;
      });
    return publishInTransaction() as ReturnType<typeof next>;
  };

/** Discarding copies the published version into the draft. A draft has no wordings, times or corrections, so they are removed. */
const clearDrafts = async (
  strapi: Core.Strapi,
  trx: Transaction,
  drafts: readonly Entry[],
): Promise<void> => {
  for (const { id } of drafts) await setWordings(strapi, trx, id, []);
  const ids = drafts.map(({ id }) => id);
  await clearNewsroomFields(strapi, trx, ids);
};

const publish = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { documentId }: Entry,
  published: readonly Entry[],
): Promise<void> => {
  const levels = strapi.config.get<RuleLevels>('newsroom.rules');
  const factsOf = await createFactsReader(strapi);
  const ids = published.map(({ id }) => id);
  const named = await findNamedByPublication(strapi, documentId, ids);
  const history = await readHistory(strapi, documentId);
  for (const entry of await readPublishedArticles(strapi, ids)) {
    const facts = factsOf(entry, {
      named: named.get(entry.id),
      isUnexplained: isUnexplained(strapi, entry, history.get(entry.locale)?.last),
    });
    const findings = checkRules(facts, levels);
    const blocks = findings.filter(({ level }) => level === 'block');
    if (blocks.length > 0) throw publicationRefusal(entry.locale, blocks);
    for (const { rule, message } of findings) {
      strapi.log.warn(`Article ${entry.documentId} (${entry.locale}), rule "${rule}": ${message}`);
    }
    await setWordings(strapi, trx, entry.id, await recordWordings(strapi, facts.disclaimers));
    const set = await recordArticlePublication(strapi, trx, entry, history.get(entry.locale), {
      disclaimers: facts.disclaimers,
      instruments: named.get(entry.id)?.wanted.map(({ instrument }) => instrument) ?? [],
    });
    const answer = published.find(({ id }) => id === entry.id);
    if (answer) refreshFields(answer, set);
  }
  const hasNotice = [...history.values()].some(({ last }) => last?.retractedAt);
  if (hasNotice) await emptyNoticesOfPhotos(strapi, trx, documentId);
};

/** Strapi read the answer before the times and corrections were set. If it includes them, they are replaced by the new values. */
const refreshFields = (answer: Entry, fields: NewsroomFields): void => {
  for (const [name, value] of Object.entries(fields)) {
    if (name in answer) answer[name] = value instanceof Date ? value.toISOString() : value;
  }
};

/** Strapi read the answer before the wordings were set. If it includes them, they are read again. */
const refreshWordings = async (strapi: Core.Strapi, entries: Entry[]): Promise<void> => {
  for (const entry of entries.filter((one) => WORDINGS_ATTRIBUTE in one)) {
    entry[WORDINGS_ATTRIBUTE] = await strapi.db.query(ARTICLE).load(entry, WORDINGS_ATTRIBUTE);
  }
};
