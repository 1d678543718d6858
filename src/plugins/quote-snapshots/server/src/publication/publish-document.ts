import type { Struct } from '@strapi/strapi';
import { captureAfterCommit } from '../capture/capture-committed';
import { waitForCapture } from '../capture/wait-for-captures';
import type { PluginContext } from '../plugin-context';
import { SNAPSHOTS_ATTRIBUTE } from '../plugin-names';
import type { CommittedRows } from '../store/snapshot-row';
import type { Transaction } from '../store/transaction';
import { afterCommit } from '../strapi/transaction';
import { createsDocument, publishedEntries, type DocumentCall, type NextMiddleware } from './document-call';
import { beginPublication, endPublication } from './publications-under-way';
import { recordPublication } from './record-publication';
import { refreshAnswer } from './refresh-answer';
import { unlinkClone } from './unlink-clone';

interface RecordedAnswer {
  answer: unknown;
  rows: CommittedRows;
}

/** Publishes, and records in the same transaction which quotes the publication needs. */
const publishAndRecord = async (
  context: PluginContext,
  trx: Transaction,
  call: DocumentCall,
  next: NextMiddleware,
  model: Struct.ContentTypeSchema,
): Promise<RecordedAnswer> => {
  const publication = { isNew: createsDocument(call) };
  beginPublication(trx, publication);
  try {
    const answer = await next();
    const entries = publishedEntries(call, model, answer);
    const [first] = entries;
    if (!first) return { answer, rows: { waiting: [], filled: [], earlier: [] } };
    const ids = entries.map(({ id }) => id);
    const unlinked = call.action === 'clone' ? await unlinkClone(context, trx, call, model, ids) : [];
    const { publicationOwner: owner } = context.underWay;
    // The rules of an app run inside `next` and may have called `readPublication`. The recording then gets the same reading.
    const rows = await recordPublication(
      context,
      trx,
      { model, documentId: first.documentId, ids },
      { owner },
    );
    return { answer: await refreshAnswer(context.strapi, call, answer, unlinked), rows };
  } finally {
    endPublication(trx, publication);
  }
};

/**
 * Publishes a document. Its quotes are recorded as pending in the transaction of the publication. The capture starts after the
 * commit, and the caller waits for the figures until the deadline.
 */
export const publishDocument = async (
  context: PluginContext,
  call: DocumentCall,
  next: NextMiddleware,
  model: Struct.ContentTypeSchema,
): Promise<unknown> => {
  const { strapi } = context;
  const inOuterTransaction = strapi.db.inTransaction();
  let recorded: RecordedAnswer | undefined;
  let capture: Promise<void> | undefined;
  const answer = await strapi.db.transaction(async ({ trx, onCommit }) => {
    // This is registered before `next`, so that it runs before the callback of Strapi, which reads the whole entry for its event.
    afterCommit({ onCommit }, () => {
      if (recorded) capture = captureAfterCommit(context, recorded.rows);
    });
    recorded = await publishAndRecord(context, trx, call, next, model);
    return recorded.answer;
  });
  const hasFilled = recorded !== undefined && recorded.rows.filled.length > 0;
  // The content manager opens a transaction around the whole request. Such a request waits at its end: see `answerAfterCaptures`.
  if (inOuterTransaction || !(capture || hasFilled)) return answer;
  if (capture) await waitForCapture(context, capture);
  // If the client asked for the quotes, they are read again, because the answer has them as they were before the capture.
  return refreshAnswer(strapi, call, answer, [SNAPSHOTS_ATTRIBUTE]);
};
