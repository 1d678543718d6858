import type { Core } from '@strapi/strapi';
import { actingCaller } from '../audit/acting-caller';
import { recordAct } from '../audit/record-act';
import { databaseTime } from '../clock/database-time';
import type { ApplicableDisclaimer } from '../disclaimers/applicable-disclaimers';
import type { Transaction } from '../strapi/fail-at-commit';
import type { DeclaredChange } from './changes';
import { insertPublication } from './insert-publication';
import { isRepeated, readGivenChange, recordedChange, type ReadChange } from './judge-change';
import type { History } from './publication-history';
import { bylineOf, readerTextOf, textHash } from './reader-text';
import { refuseIfRetracted } from './refuse-if-retracted';
import { clearGivenChange, setNewsroomFields, type NewsroomFields } from './set-newsroom-fields';

const ACTS = { correction: 'corrected', update: 'updated', minor: 'minor-change' } as const satisfies Record<
  DeclaredChange,
  string
>;

/** The earliest of some instants. */
const earliest = (...instants: readonly Date[]): Date => new Date(Math.min(...instants.map(Number)));

const NOTHING_GIVEN: ReadChange = { kind: undefined, note: undefined };

/** A version that was just published. */
export interface PublishedVersion {
  id: number;
  documentId: string;
  locale: string;
  publishedAt: Date | string | number;
  /** Its attributes, text among them. */
  [attribute: string]: unknown;
}

/**
 * Records what readers see from now on, in the transaction that publishes, and sets the times and corrections of the published
 * version.
 *
 * @param history the state before this publication, read after the publication was written
 * @returns the fields that were set
 * @throws ValidationError for a change that is declared wrongly
 */
export const recordArticlePublication = async (
  strapi: Core.Strapi,
  trx: Transaction,
  version: PublishedVersion,
  history: History | undefined,
  shown: { disclaimers: readonly ApplicableDisclaimer[]; instruments: readonly string[] },
): Promise<NewsroomFields> => {
  const { id, documentId, locale } = version;
  const last = history?.last;
  refuseIfRetracted(last, locale);
  const text = readerTextOf(version);
  const hash = textHash(text);
  const said = readGivenChange({ kind: version.changeKind, note: version.changeNote }, last);
  const given = isRepeated(said, last, hash) ? NOTHING_GIVEN : said;
  const at = new Date(version.publishedAt);
  // A node whose clock is ahead gives a publication that is yet to come, and the next one, by another node, is before it.
  const now = earliest(at, await databaseTime(strapi));
  const isCorrection = given.kind === 'correction' && given.note !== undefined;
  const fields: NewsroomFields = {
    firstPublishedAt: last ? earliest(last.firstPublishedAt, now) : now,
    correctedAt: isCorrection ? now : (last?.correctedAt ?? null),
    corrections: [
      ...(isCorrection
        ? [{ at: now.toISOString(), text: given.note ?? '', kind: 'correction' as const }]
        : []),
      ...(last?.corrections ?? []),
    ],
    retractedAt: null,
  };
  const { by, byKind } = actingCaller(strapi);
  await insertPublication(strapi, trx, {
    articleDocumentId: documentId,
    articleLocale: locale,
    at,
    by,
    byKind,
    change: recordedChange(given.kind, last, hash),
    note: given.note ?? null,
    text,
    byline: bylineOf(version),
    disclaimers: shown.disclaimers.flatMap(({ key, published }) =>
      published ? [{ key, name: published.name, text: published.text, language: published.locale }] : [],
    ),
    instruments: shown.instruments,
    ...fields,
  });
  await setNewsroomFields(strapi, trx, id, fields);
  if (said.kind) await clearGivenChange(strapi, trx, documentId, locale);
  if (given.kind) {
    await recordAct(strapi, {
      articleDocumentId: documentId,
      articleLocale: locale,
      act: ACTS[given.kind],
      ...(given.note === undefined ? {} : { reason: given.note }),
    });
  }
  return fields;
};
