import type { Core } from '@strapi/strapi';
import { storedValues } from '../database/stored-values';
import { tableOf } from '../database/table-of';
import type { Transaction } from '../strapi/fail-at-commit';
import type { Correction } from '../text/corrections';
import { ARTICLE } from '../type-names';

/** The fields of a published article that only the newsroom writes. */
export interface NewsroomFields {
  firstPublishedAt: Date;
  correctedAt: Date | null;
  corrections: readonly Correction[];
  retractedAt: Date | null;
}

/** The values of a draft, with which clones, new locales and the next publication begin. */
const NOTHING = { firstPublishedAt: null, correctedAt: null, corrections: null, retractedAt: null };
const NO_CHANGE = { changeKind: null, changeNote: null };

/**
 * Sets the fields of a row that was just published. `updatedAt` is not changed, or the article would look modified.
 *
 * @param id of the published row
 */
export const setNewsroomFields = async (
  strapi: Core.Strapi,
  trx: Transaction,
  id: number,
  fields: NewsroomFields,
): Promise<void> => {
  const values = storedValues(strapi, ARTICLE, { ...fields, ...NO_CHANGE });
  await tableOf(strapi, trx, ARTICLE).where({ id }).update(values);
};

/** Clears the declared change of a draft, which belongs to the publication that was just made. */
export const clearGivenChange = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
  locale: string,
): Promise<void> => {
  await tableOf(strapi, trx, ARTICLE)
    .where({ document_id: documentId, locale })
    .whereNull('published_at')
    .update(storedValues(strapi, ARTICLE, NO_CHANGE));
};

/** Clears the newsroom's fields of drafts that were copied from a published version. */
export const clearNewsroomFields = async (
  strapi: Core.Strapi,
  trx: Transaction,
  ids: readonly number[],
): Promise<void> => {
  await tableOf(strapi, trx, ARTICLE)
    .whereIn('id', ids)
    .update(storedValues(strapi, ARTICLE, { ...NOTHING, ...NO_CHANGE }));
};
