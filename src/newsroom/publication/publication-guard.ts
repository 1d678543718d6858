import type { Core, Modules } from '@strapi/strapi';
import { recordWordings } from '../disclaimers/record-wordings';
import { checkRules, type RuleLevels } from '../rules/rules';
import { ARTICLE, WORDINGS_ATTRIBUTE } from '../type-names';
import { setRelation } from '../strapi/set-relation';
import { createFactsReader } from './article-facts';
import { failAtCommit, type Transaction } from '../strapi/fail-at-commit';
import { publicationValidators } from './publication-validators';
import { namedByPublication } from './named-listings';
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

/** What an action has written: `publish` and `discardDraft` answer with all locales, the others with one document. */
const entriesOf = ({ action }: Context, result: unknown): Entry[] => {
  if (action === 'publish' || action === 'discardDraft') return (result as { entries: Entry[] }).entries;
  return result ? [result as Entry] : [];
};

/** Wordings are given by a publication alone: what a client sends for them is dropped. */
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

/** @throws what a judge has against it; nothing has been written then, so a caller that goes on publishes nothing */
const validate = async (strapi: Core.Strapi, context: Context): Promise<void> => {
  const judges = publicationValidators(strapi);
  if (judges.length === 0) return;
  for (const article of await readPlannedVersions(strapi, context)) {
    for (const judgeOne of judges) await judgeOne(article);
  }
};

/**
 * Stands by every publication of an article, whichever road it comes by: refuses what must not be published, and gives
 * what goes out the disclaimers that apply, in the words of this moment.
 *
 * Everything is judged before anything is written. Another request may change the draft between the two, so the rules
 * look once more at what has been written: what fails then takes the whole transaction back.
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
      if (publishing) await publish(strapi, trx, first, entries);
      // A draft made of what is out carries no wording: it has not been published with one.
      else for (const { id } of entries) await setWordings(strapi, trx, id, []);
      await refreshWordings(strapi, entries);
    };
    const publishInTransaction = async (): Promise<unknown> =>
      await strapi.db.transaction(async ({ trx }) => {
        if (publishing) await validate(strapi, context);
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

const publish = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { documentId }: Entry,
  published: readonly Entry[],
): Promise<void> => {
  const levels = strapi.config.get<RuleLevels>('newsroom.rules');
  const factsOf = await createFactsReader(strapi);
  const ids = published.map(({ id }) => id);
  const named = await namedByPublication(strapi, documentId, ids);
  for (const entry of await readPublishedArticles(strapi, ids)) {
    const facts = factsOf(entry, named.get(entry.id));
    const findings = checkRules(facts, levels);
    const blocks = findings.filter(({ level }) => level === 'block');
    if (blocks.length > 0) throw publicationRefusal(entry.locale, blocks);
    for (const { rule, message } of findings) {
      strapi.log.warn(`Article ${entry.documentId} (${entry.locale}), rule "${rule}": ${message}`);
    }
    await setWordings(strapi, trx, entry.id, await recordWordings(strapi, facts.disclaimers));
  }
};

/** An answer that was asked for the wordings was read before the publication had them. */
const refreshWordings = async (strapi: Core.Strapi, entries: Entry[]): Promise<void> => {
  for (const entry of entries.filter((one) => WORDINGS_ATTRIBUTE in one)) {
    entry[WORDINGS_ATTRIBUTE] = await strapi.db.query(ARTICLE).load(entry, WORDINGS_ATTRIBUTE);
  }
};
