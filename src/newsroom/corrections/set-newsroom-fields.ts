import type { Core } from '@strapi/strapi';
import { storedValues } from '../database/stored-values';
import { tableOf } from '../database/table-of';
import type { Transaction } from '../strapi/fail-at-commit';
import type { Correction } from '../text/corrections';
import { ARTICLE } from '../type-names';

/** The fields of a published article that the newsroom alone writes. */
export interface NewsroomFields {
  firstPublishedAt: Date;
  correctedAt: Date | null;
  corrections: readonly Correction[];
  retractedAt: Date | null;
}

/** A draft has none of them: what clones, new locales and the next publication start with. */
const NOTHING = { firstPublishedAt: null, correctedAt: null, corrections: null, retractedAt: null };
const NO_CHANGE = { changeKind: null, changeNote: null };

/**
 * Sets the fields of a row that was just published. `updatedAt` stays: else the article would look modified.
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

/** Takes off a draft what an editor said of the change that is published now: it is not true of the next one. */
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

/** Takes the newsroom's fields off drafts that were copied from a published version. */
export const clearNewsroomFields = async (
  strapi: Core.Strapi,
  trx: Transaction,
  ids: readonly number[],
): Promise<void> => {
  await tableOf(strapi, trx, ARTICLE)
    .whereIn('id', ids)
    .update(storedValues(strapi, ARTICLE, { ...NOTHING, ...NO_CHANGE }));
};
