import { isDeepStrictEqual } from 'node:util';
import type { Core, Schema } from '@strapi/strapi';
import { slugOf } from '../newsroom/records/slug';
import { ArticleFileError, type ArticleFile } from './article-file';

const ARTICLE = 'api::article.article';

export type Outcome = 'created' | 'updated' | 'published' | 'unchanged';

type Row = Record<string, unknown> & { documentId: string };

/** For each list of the front matter: the type of its entries, and the field by which they are named. */
const RELATIONS = {
  companies: { uid: 'api::company.company', field: 'slug' },
  disclaimers: { uid: 'api::disclaimer.disclaimer', field: 'key' },
} as const;

/** The documentIds of the entries in a list. @throws ArticleFileError for a name that the newsroom does not have */
const findDocumentIds = async (
  strapi: Core.Strapi,
  name: keyof typeof RELATIONS,
  values: string[],
): Promise<string[]> => {
  const { uid, field } = RELATIONS[name];
  const rows: Row[] = await strapi.db.query(uid).findMany({ where: { [field]: { $in: values } } });
  return values.map((value) => {
    const row = rows.find((candidate) => candidate[field] === value);
    if (!row)
      throw new ArticleFileError(1, `${name}: "${value}" is not in the newsroom (looked for its ${field})`);
    return row.documentId;
  });
};

const findTickers = async (strapi: Core.Strapi, values: string[]): Promise<string[]> => {
  const rows: Row[] = await strapi.db.query('api::ticker.ticker').findMany({
    where: { $or: values.map((value) => ({ mic: value.split(':')[0], symbol: value.split(':')[1] ?? '' })) },
  });
  return values.map((value) => {
    const row = rows.find(({ mic, symbol }) => `${String(mic)}:${String(symbol)}` === value);
    if (!row)
      throw new ArticleFileError(1, `tickers: "${value}" is not a ticker of the newsroom (write XNAS:MSFT)`);
    return row.documentId;
  });
};

const relationsOf = async (strapi: Core.Strapi, file: ArticleFile): Promise<Record<string, string[]>> => ({
  ...(file.tickers ? { tickers: await findTickers(strapi, file.tickers) } : {}),
  ...(file.companies ? { companies: await findDocumentIds(strapi, 'companies', file.companies) } : {}),
  ...(file.disclaimers
    ? { disclaimers: await findDocumentIds(strapi, 'disclaimers', file.disclaimers) }
    : {}),
});

/** The fields of the file that differ from the article, and the relations to add. Relations that a person added are kept. */
const differences = (existing: Row, fields: Record<string, unknown>, relations: Record<string, string[]>) => {
  const changed = Object.entries(fields).filter(([name, value]) => !isDeepStrictEqual(existing[name], value));
  const added = Object.entries(relations).flatMap(([name, ids]) => {
    const linked = new Set(((existing[name] as Row[] | undefined) ?? []).map(({ documentId }) => documentId));
    const missing = ids.filter((id) => !linked.has(id));
    return missing.length > 0 ? [[name, { connect: missing }] as const] : [];
  });
  return Object.fromEntries<unknown>([...changed, ...added]);
};

/** The document that a file translates. @throws ArticleFileError if there is none, or if it already has this locale */
const findOriginal = async (strapi: Core.Strapi, slug: string, locale: string): Promise<string> => {
  const originals: Row[] = await strapi.db
    .query(ARTICLE)
    .findMany({ where: { slug, locale: { $ne: locale } } });
  const documentIds = [...new Set(originals.map(({ documentId }) => documentId))];
  const [documentId] = documentIds;
  if (documentId === undefined || documentIds.length > 1) {
    const what =
      documentId === undefined ? 'is not in the newsroom in another locale' : 'names several articles';
    throw new ArticleFileError(1, `translationOf: "${slug}" ${what}`);
  }
  if ((await strapi.db.query(ARTICLE).count({ where: { documentId, locale } })) > 0) {
    throw new ArticleFileError(
      1,
      `translationOf: "${slug}" has a translation into "${locale}" with another slug`,
    );
  }
  return documentId;
};

/** The slug of a file's article, which identifies the article at every import. */
export const slugOfFile = ({ slug, title }: ArticleFile): string => slug ?? slugOf(title, 'article');

/**
 * Creates or updates one article, and publishes it if requested. An article that does not differ is left alone. All in one
 * transaction, so that no article is written in part.
 *
 * @throws ArticleFileError for a name in the front matter that the newsroom does not know
 */
export const writeArticle = async (
  strapi: Core.Strapi,
  file: ArticleFile,
  { locale, publish }: { locale: string; publish: boolean },
): Promise<Outcome> =>
  // Strapi's type for a transaction's result is the callback's promise. Awaiting it here unwraps both.
  await strapi.db.transaction(async (): Promise<Outcome> => {
    const {
      translationOf,
      tickers: _tickers,
      companies: _companies,
      disclaimers: _disclaimers,
      locale: _locale,
      ...fields
    } = file;
    const slug = slugOfFile(file);
    const relations = await relationsOf(strapi, file);
    const versions: Row[] = await strapi.db.query(ARTICLE).findMany({
      where: { slug, locale },
      populate: { tickers: true, companies: true, disclaimers: true },
    });
    const existing = versions.find(({ publishedAt }) => !publishedAt);
    const isPublished = versions.some(({ publishedAt }) => Boolean(publishedAt));
    const articles = strapi.documents(ARTICLE);

    if (!existing) {
      // Strapi's type requires more of a link (`rel`, `target`) than its editor and its validation do.
      const body = fields.body as Schema.Attribute.BlocksValue;
      const data = { ...fields, body, slug, ...relations };
      const options = { data, locale, ...(publish ? { status: 'published' as const } : {}) };
      if (translationOf === undefined) await articles.create(options);
      else {
        await articles.update({ documentId: await findOriginal(strapi, translationOf, locale), ...options });
      }
      return publish ? 'published' : 'created';
    }
    const { documentId } = existing;
    const data = differences(existing, { ...fields, slug }, relations);
    const changed = Object.keys(data).length > 0;
    if (changed) await articles.update({ documentId, data, locale });
    if (publish && (changed || !isPublished)) {
      await articles.publish({ documentId, locale });
      return 'published';
    }
    return changed ? 'updated' : 'unchanged';
  });
