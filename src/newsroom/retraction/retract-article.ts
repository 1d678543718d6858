import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { actingCaller } from '../audit/acting-caller';
import { recordAct } from '../audit/record-act';
import { databaseTime } from '../clock/database-time';
import { storedValues } from '../database/stored-values';
import { tableOf } from '../database/table-of';
import type { Transaction } from '../strapi/fail-at-commit';
import { setRelation } from '../strapi/set-relation';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';
import { LONGEST_NOTE } from '../corrections/changes';
import { insertPublication } from '../corrections/insert-publication';
import { readHistory } from '../corrections/publication-history';
import { bylineOf } from '../corrections/reader-text';
import { readShown } from '../corrections/read-shown';
import { shownText } from '../text/shown-text';
import { recordEarlierPublication } from '../corrections/record-earlier-publication';
import { fieldError } from '../records/field-error';
import { refusalDetails } from '../refusals/refusal-details';
import { NO_TIMES } from '../schedule/article-times';
import { instantsOf, lockVersions, writeTimes } from '../schedule/stored-times';

/** The fields that are emptied for readers. The headline and the notice remain. */
const NO_TEXT = { summary: null, body: null, coverCaption: null, coverCredit: null };

/** @throws ValidationError that names `notice`, its value and what to do */
export const readNotice = (given: unknown): string => {
  const notice = typeof given === 'string' ? shownText(given) : '';
  if (notice === '') {
    throw fieldError(
      'notice',
      given,
      'a retraction needs a notice, which readers see instead of the article.',
      { code: 'noticeMissing', values: {} },
    );
  }
  if (notice.length > LONGEST_NOTE) {
    throw fieldError('notice', notice, `it has ${notice.length} characters; give at most ${LONGEST_NOTE}.`, {
      code: 'tooLong',
      values: { field: 'notice', length: String(notice.length), most: String(LONGEST_NOTE) },
    });
  }
  return notice;
};

interface ShownRow {
  id: number;
  updated_at: Date | number | string;
  title: string;
  byline: string | null;
}

/** The version that readers see. */
const readPublished = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
  locale: string,
): Promise<ShownRow | undefined> => {
  const rows: ShownRow[] = await tableOf(strapi, trx, ARTICLE)
    .select('id', 'title', 'byline', 'updated_at')
    .where({ document_id: documentId, locale })
    .whereNotNull('published_at');
  return rows[0];
};

/**
 * Keeps a draft with changes newer than its published version, whose `updatedAt` moves at the retraction. Strapi compares the two, and
 * the draft would count as one without changes.
 */
const keepChangesNewer = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { documentId, locale }: { documentId: string; locale: string },
  { from, to }: { from: ShownRow['updated_at']; to: Date },
): Promise<void> => {
  await tableOf(strapi, trx, ARTICLE)
    .where({ document_id: documentId, locale })
    .whereNull('published_at')
    .where('updated_at', '>', from)
    .update(storedValues(strapi, ARTICLE, { updatedAt: new Date(to.getTime() + 1) }));
};

/** Sends webhooks the event of a publication, because frontends with stored pages must render this one again. */
const notifyWebhooks = async (strapi: Core.Strapi, documentId: string, locale: string): Promise<void> => {
  const entry: object | null = await strapi.db.query(ARTICLE).findOne({
    select: ['id', 'documentId', 'locale', 'title', 'slug', 'publishedAt', 'retractedAt', 'corrections'],
    where: { documentId, locale, publishedAt: { $notNull: true } },
  });
  if (entry) await strapi.eventHub.emit('entry.publish', { model: 'article', uid: ARTICLE, entry });
};

interface Retraction {
  documentId: string;
  locale: string;
  /** In the article's language, see {@link readNotice}. */
  notice: string;
}

/** Strapi's type for a transaction's result is the callback's promise. Awaiting it unwraps both. */
const writeRetraction = async (
  strapi: Core.Strapi,
  { documentId, locale, notice }: Retraction,
): Promise<Date> =>
  await strapi.db.transaction(async ({ trx }): Promise<Date> => {
    // The lock keeps two retractions of the same article from both finding it published.
    const versions = await lockVersions(strapi, trx, documentId);
    const shown = await readPublished(strapi, trx, documentId, locale);
    if (!shown) {
      throw new errors.NotFoundError(
        `The article "${documentId}" is not published in "${locale}", so there is nothing to retract.`,
        refusalDetails('notOutToRetract', { locale }),
      );
    }
    let history = (await readHistory(strapi, documentId)).get(locale);
    if (history && (await recordEarlierPublication(strapi, trx, documentId, locale, history))) {
      history = (await readHistory(strapi, documentId)).get(locale);
    }
    const last = history?.last;
    if (last?.retractedAt) {
      const retractedAt = last.retractedAt.toISOString();
      throw new errors.ValidationError(
        `The article "${documentId}" was retracted in "${locale}" on ${retractedAt} already.`,
        refusalDetails('retractedAlready', { locale, at: retractedAt }),
      );
    }
    const at = await databaseTime(strapi);
    const retraction = { at: at.toISOString(), text: notice, kind: 'retraction' as const };
    const fields = {
      firstPublishedAt: last?.firstPublishedAt ?? at,
      correctedAt: last?.correctedAt ?? null,
      corrections: [retraction, ...(last?.corrections ?? [])],
      retractedAt: at,
    };
    await tableOf(strapi, trx, ARTICLE)
      .where({ id: shown.id })
      .update(storedValues(strapi, ARTICLE, { ...fields, ...NO_TEXT, updatedAt: at }));
    await keepChangesNewer(strapi, trx, { documentId, locale }, { from: shown.updated_at, to: at });
    await setRelation(strapi, trx, { uid: ARTICLE, id: shown.id, attribute: 'cover' }, []);
    // The notice stays at the article's address, so a scheduled end is removed.
    const drafts = versions.filter((version) => version.locale === locale && !version.isPublished);
    await writeTimes(
      strapi,
      trx,
      drafts.map(({ id }) => id),
      NO_TIMES,
    );
    const { by, byKind } = actingCaller(strapi);
    await insertPublication(strapi, trx, {
      articleDocumentId: documentId,
      articleLocale: locale,
      at,
      by,
      byKind,
      change: 'retraction',
      note: notice,
      text: { title: shown.title, ...NO_TEXT },
      byline: bylineOf({ ...shown }),
      // Disclaimers and figures are still shown beside the notice.
      ...(await readShown(strapi, { id: shown.id, documentId, locale })),
      ...fields,
    });
    await recordAct(strapi, {
      articleDocumentId: documentId,
      articleLocale: locale,
      act: 'retracted',
      reason: notice,
      before: Object.assign({}, ...drafts.map(instantsOf)),
    });
    return at;
  });

/**
 * Retracts a published article: its page stays at its address and shows the notice instead of the text. The draft and the record of
 * publications keep the text for the newsroom. Webhooks are sent after the commit.
 *
 * @returns when it was retracted
 * @throws NotFoundError if it is not published in this locale; ValidationError if it is already retracted
 */
export const retractArticle = (strapi: Core.Strapi, retraction: Retraction): Promise<Date> =>
  // The record must have what all readers see, and not only what this caller may read.
  readUnrestricted(async () => {
    const retractedAt = await writeRetraction(strapi, retraction);
    await notifyWebhooks(strapi, retraction.documentId, retraction.locale);
    return retractedAt;
  });
