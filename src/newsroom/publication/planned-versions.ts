import type { Core, Modules } from '@strapi/strapi';
import type { ChosenDisclaimer } from '../disclaimers/disclaimer';
import { ARTICLE, DISCLAIMER, TICKER } from '../type-names';
import { resolveRelation, type LinkedEntry } from './resolve-relation';
import { readDrafts, type ArticleText, type SavedDraft } from './read-articles';
import { defaultLocale, localesOfAction } from '../strapi/locales';
import { withSharedFields } from '../strapi/shared-fields';

type Context = Parameters<Modules.Documents.Middleware.Middleware>[0];
type Data = Record<string, unknown>;

interface Params {
  documentId?: string;
  locale?: unknown;
  data?: Data;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A component that is sent with its id keeps the values that are not sent. */
const mergeComponent = (stored: unknown, sent: unknown): unknown => {
  if (Array.isArray(sent)) return sent.map((one) => mergeComponent(stored, one));
  if (!isObject(sent) || sent.id === undefined) return sent;
  const candidates: unknown[] = Array.isArray(stored) ? stored : [stored];
  const same = candidates.find(
    (one) => isObject(one) && String(one.id) === String(sent.id) && one.__component === sent.__component,
  );
  return isObject(same) ? mergeData(same, sent) : sent;
};

/** `stored`, overwritten by the values of `sent`. An attribute that is undefined was not sent. */
const mergeData = (stored: Data, sent: Data): Data => ({
  ...stored,
  ...Object.fromEntries(
    Object.entries(sent)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, mergeComponent(stored[name], value)]),
  ),
});

const defaults = (strapi: Core.Strapi): Data =>
  Object.fromEntries(
    Object.entries<object>(strapi.contentType(ARTICLE).attributes).flatMap(([name, attribute]) =>
      'default' in attribute ? [[name, attribute.default]] : [],
    ),
  );

/** Entries of a type by documentId or id. `where` applies to those that are named by documentId. */
const findReferenced = async <T extends LinkedEntry>(
  strapi: Core.Strapi,
  uid: typeof TICKER | typeof DISCLAIMER,
  references: readonly (string | number)[],
  { select, where = {} }: { select: string[]; where?: object },
): Promise<T[]> => {
  if (references.length === 0) return [];
  // A documentId may begin with a digit. Only a whole number can be an id.
  const ids = references.map(Number).filter((id) => Number.isSafeInteger(id));
  return strapi.db.query(uid).findMany({
    select: ['id', 'documentId', ...select],
    where: { $or: [{ ...where, documentId: { $in: references.map(String) } }, { id: { $in: ids } }] },
  });
};

type Chosen = ChosenDisclaimer & LinkedEntry;

/** The version that would result from writing `data` over the stored one. */
const mergeWrite = async (
  strapi: Core.Strapi,
  stored: SavedDraft | undefined,
  { documentId, data, locale }: { documentId?: string; data: Data; locale: string },
): Promise<ArticleText> => {
  const merged = mergeData(stored ? { ...stored } : defaults(strapi), data);
  const tickers = resolveRelation(stored?.tickers ?? [], data.tickers);
  const disclaimers = resolveRelation(stored?.chosen ?? [], data.disclaimers);
  const added = await findReferenced<Chosen>(strapi, DISCLAIMER, disclaimers.added, {
    select: ['key', 'name'],
    // Strapi links the drafts in the article's own locale, whatever locale the client names.
    where: { locale, publishedAt: null },
  });
  return {
    ...merged,
    ...(documentId === undefined ? {} : { documentId }),
    locale,
    kind: textOrNull(merged.kind),
    byline: textOrNull(merged.byline),
    tickers: [
      ...tickers.kept,
      ...(await findReferenced<LinkedEntry>(strapi, TICKER, tickers.added, { select: [] })),
    ],
    chosen: [...new Map([...disclaimers.kept, ...added].map((one) => [one.documentId, one])).values()],
  };
};

/** The drafts that `publish` copies: the default locale, one, several, or all of them with `*`. */
const draftsToPublish = async (
  strapi: Core.Strapi,
  { documentId, locale }: Params,
): Promise<SavedDraft[]> => {
  const wanted = await localesOfAction(strapi, locale);
  return readDrafts(strapi, { documentId, ...(wanted ? { locale: { $in: wanted } } : {}) });
};

/**
 * The versions that an action would publish, one per locale, read before anything is written.
 *
 * @param context of `publish`, or of `create` or `update` with status "published", with what other middlewares filled in
 */
export const readPlannedVersions = async (strapi: Core.Strapi, context: Context): Promise<ArticleText[]> => {
  const params = context.params as Params;
  if (context.action === 'publish') return draftsToPublish(strapi, params);
  const data = params.data ?? {};
  const locale = params.locale ? params.locale : await defaultLocale(strapi);
  // Strapi refuses to write several locales at once.
  if (typeof locale !== 'string' || locale === '*') return [];
  if (context.action === 'create') return [await mergeWrite(strapi, undefined, { data, locale })];
  const { documentId } = params;
  if (documentId === undefined) return [];
  const [draft] = await readDrafts(strapi, { documentId, locale });
  if (draft) return [await mergeWrite(strapi, draft, { documentId, data, locale })];
  const filled = await withSharedFields(strapi, ARTICLE, documentId, data);
  return filled ? [await mergeWrite(strapi, undefined, { documentId, data: filled, locale })] : [];
};
