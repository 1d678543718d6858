import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { ActorKind } from '../audit/acting-caller';
import { databaseTime } from '../clock/database-time';
import { storedValues } from '../database/stored-values';
import { tableOf } from '../database/table-of';
import type { Transaction } from '../strapi/fail-at-commit';
import type { Correction } from '../text/corrections';
import { ARTICLE_PUBLICATION } from '../type-names';
import type { RecordedChange } from './changes';
import { textHash, type ReaderText } from './reader-text';

/** A disclaimer in the words that readers were shown. */
export interface ShownDisclaimer {
  key: string;
  name: string;
  text: string;
  /** The locale of the text. */
  language: string;
}

/** One row of the record: what readers were shown from a publication on. */
export interface PublicationToRecord {
  articleDocumentId: string;
  articleLocale: string;
  at: Date;
  by: string | null;
  byKind: ActorKind | null;
  change: RecordedChange;
  note: string | null;
  text: ReaderText;
  /** Empty if the article has none. */
  byline: string;
  disclaimers: readonly ShownDisclaimer[];
  /** What it names, as `XNAS:MSFT`: the quote record has the figures of each. */
  instruments: readonly string[];
  firstPublishedAt: Date;
  correctedAt: Date | null;
  corrections: readonly Correction[];
  retractedAt: Date | null;
}

/** Adds a row to the record of publications, in the transaction that publishes: both are committed, or neither. */
export const insertPublication = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { text, ...publication }: PublicationToRecord,
): Promise<void> => {
  // The database's clock, and not this node's: `createdAt` of an article's first row says when readers had it first.
  const now = await databaseTime(strapi);
  const row = storedValues(strapi, ARTICLE_PUBLICATION, {
    documentId: randomBytes(12).toString('hex'),
    ...publication,
    ...text,
    textHash: textHash(text),
    createdAt: now,
    updatedAt: now,
    publishedAt: now,
  });
  await tableOf(strapi, trx, ARTICLE_PUBLICATION).insert(row);
};
