import type { Core } from '@strapi/strapi';
import { noSuchArticle, readableVersions } from '../corrections/require-readable-article';
import { readRows } from '../database/read-rows';
import { quotesPlugin, READ_QUOTES } from '../quotes-plugin';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE, ARTICLE_ACT, ARTICLE_PUBLICATION, WORDING, WORDINGS_ATTRIBUTE } from '../type-names';
import { readableOfGone, type MayRead } from '../visibility/gone-entries';

/** An article in one locale. */
export interface ArticlePlace {
  documentId: string;
  locale: string;
}

/** What a user of the admin UI may read in the record of publications of one article in one locale. */
export interface RecordReader {
  /** Whether they may read a field of the article. */
  mayRead(field: string): boolean;
  /** Whether they may read the texts of its disclaimers. */
  mayReadDisclaimers: boolean;
  /** Whether they may see its quotes. */
  mayReadQuotes: boolean;
}

interface Ability {
  can(action: string): boolean;
}

const isRecorded = async (strapi: Core.Strapi, { documentId, locale }: ArticlePlace): Promise<boolean> => {
  const rows = await readRows(strapi, strapi.db.metadata.get(ARTICLE_PUBLICATION).tableName, (publications) =>
    publications.select('id').where({ article_document_id: documentId, article_locale: locale }).limit(1),
  );
  return rows.length > 0;
};

/**
 * The rights for an article without a version in the locale, because the article or this locale of it was deleted. The record of
 * what readers saw is kept for this case. Users who may read the list of acts, which says that it was deleted, may read it.
 *
 * @throws NotFoundError for everybody else, as for an article that never existed
 */
const readerOfDeleted = async (
  strapi: Core.Strapi,
  ability: unknown,
  place: ArticlePlace,
): Promise<MayRead> => {
  const { documentId, locale } = place;
  const mayReadActs = await readableOfGone(strapi, ability, ARTICLE_ACT, locale);
  const mayRead = await readableOfGone(strapi, ability, ARTICLE, locale);
  if (!mayReadActs() || !mayRead() || !(await isRecorded(strapi, place))) {
    throw noSuchArticle(documentId, locale);
  }
  return mayRead;
};

/**
 * Checks that a user of the admin UI may read the record of an article, and says which parts. The user must be able to read the
 * article; if it is deleted, they must also be able to read the list of acts.
 *
 * @param ability as Strapi stores it in `ctx.state`
 * @throws PolicyError if they may not read the article; NotFoundError if there is none, and no record that they may read
 */
export const requireRecordReader = async (
  strapi: Core.Strapi,
  ability: unknown,
  place: ArticlePlace,
): Promise<RecordReader> => {
  const versions = await readableVersions(strapi, ability, place.documentId, place.locale);
  const { can } = permissionChecker(strapi, ability, ARTICLE);
  const mayRead: MayRead = versions
    ? (field) => versions.some((version) => can.read(version, field))
    : await readerOfDeleted(strapi, ability, place);
  const mayReadWording = await readableOfGone(strapi, ability, WORDING, place.locale);
  return {
    mayRead,
    mayReadDisclaimers: (mayRead('disclaimers') || mayRead(WORDINGS_ATTRIBUTE)) && mayReadWording('text'),
    // Without the plugin this permission does not exist, and there are no figures.
    mayReadQuotes: !quotesPlugin(strapi) || (ability as Ability).can(READ_QUOTES),
  };
};
