import type { Core, Modules, Struct } from '@strapi/strapi';
import { KEY_ATTRIBUTE, RECORD_ATTRIBUTE, SNAPSHOTS_ATTRIBUTE } from '../plugin-names';
import { hasDrafts, isEnabled } from '../relation/enabled-types';
import { relatedKey } from '../relation/related-key';
import { whileRecording } from './recording';
import type { PublicationRecorder } from './record-publication';
import { asksForSnapshots } from './asks-for-snapshots';
import { leaseOf } from './lease';
import type { RowsToCapture } from './snapshot-row';
import type { Settling } from './settling';
import type { SnapshotStore } from './snapshot-store';
import type { Transaction } from './transaction';

type Middleware = Modules.Documents.Middleware.Middleware;
type Context = Parameters<Middleware>[0];

interface Entry {
  id: number;
  documentId: string;
  locale?: string | null;
}

export interface MiddlewareOptions {
  strapi: Core.Strapi;
  store: SnapshotStore;
  record: PublicationRecorder;
  settling: Settling;
  /** Under which this node writes rows that it is about to capture. */
  owner: string;
  now: () => Date;
}

/**
 * The entries that an action put in front of readers, if any. `create` and `update` with status "published" call
 * the inner publish directly: a middleware never sees `publish` for them. A type without drafts is published by
 * being written.
 */
const publishedEntries = (context: Context, model: Struct.ContentTypeSchema, result: unknown): Entry[] => {
  const { action } = context;
  const drafts = hasDrafts(model);
  if (action === 'publish' || (action === 'clone' && !drafts))
    return (result as { entries: Entry[] }).entries;
  if (action !== 'create' && action !== 'update') return [];
  const { status } = context.params as { status?: string };
  return result && (!drafts || status === 'published') ? [result as Entry] : [];
};

/** Whether an action can put entries in front of readers: known before it runs, for the transaction. */
const mayPublish = ({ action, params }: Context, model: Struct.ContentTypeSchema): boolean => {
  if (!hasDrafts(model)) return ['create', 'update', 'clone'].includes(action);
  if (action === 'publish') return true;
  return (
    (action === 'create' || action === 'update') && (params as { status?: string }).status === 'published'
  );
};

/** A client has no say in its own quotes: whatever it sends under the plugin's names is dropped. */
const dropOwnAttributes = (params: unknown): void => {
  const { data } = params as { data?: Record<string, unknown> };
  if (!data) return;
  delete data[SNAPSHOTS_ATTRIBUTE];
  delete data[KEY_ATTRIBUTE];
  delete data[RECORD_ATTRIBUTE];
};

/**
 * Where publishing meets the record, whichever road it came: the Publish button, bulk publish, REST, GraphQL and
 * code all end in the document service.
 */
export const createDocumentMiddleware = (options: MiddlewareOptions): Middleware => {
  const { strapi, store, record, settling, owner, now } = options;

  const publish = async (context: Context, next: () => Promise<unknown>, model: Struct.ContentTypeSchema) => {
    const inOuterTransaction = strapi.db.inTransaction();
    let rows: RowsToCapture = { written: [], earlier: [] };
    let job: Promise<void> | undefined;
    let started = false;
    const publishAndRecord = async (trx: Transaction) => {
      const answer = await next();
      const entries = publishedEntries(context, model, answer);
      const [first] = entries;
      if (!first) return answer;
      const publication = { model, documentId: first.documentId, ids: entries.map(({ id }) => id) };
      rows = await record(trx, publication, { lease: leaseOf(owner, now()) });
      return answer;
    };
    const result = await strapi.db.transaction(({ trx, onCommit }) => {
      // Before Strapi's own: it reads the whole entry for every event, and whoever publishes need not wait for that.
      onCommit(() => {
        // Later transactions in the same context replay this callback: the capture starts once.
        if (started || rows.written.length + rows.earlier.length === 0) return;
        started = true;
        job = settling.start(rows);
      });
      return whileRecording(trx, () => publishAndRecord(trx));
    });
    if (!job || inOuterTransaction) return result;
    await settling.wait(job);
    return withFigures(context, model, result);
  };

  /** A client that asked for the quotes in its answer gets them as they are now, not as they were before capture. */
  const withFigures = async (context: Context, model: Struct.ContentTypeSchema, result: unknown) => {
    if (!asksForSnapshots((context.params as { populate?: unknown }).populate)) return result;
    const refresh = async (entry: Record<string, unknown>) => {
      const [row] = await strapi.db
        .query(model.uid)
        .findMany({ select: ['id'], where: { id: entry.id }, populate: snapshotsPopulate(context) });
      return row ? { ...entry, [SNAPSHOTS_ATTRIBUTE]: row[SNAPSHOTS_ATTRIBUTE] } : entry;
    };
    if (context.action !== 'publish') return refresh(result as Record<string, unknown>);
    const { entries, ...rest } = result as { entries: Record<string, unknown>[] };
    return { ...rest, entries: await Promise.all(entries.map(refresh)) };
  };

  const snapshotsPopulate = (context: Context): Record<string, unknown> => {
    const { populate } = strapi.get('query-params').transform(context.uid, {
      populate: (context.params as { populate?: unknown }).populate,
    }) as { populate?: Record<string, unknown> };
    return { [SNAPSHOTS_ATTRIBUTE]: populate?.[SNAPSHOTS_ATTRIBUTE] ?? true };
  };

  const remove = async (context: Context, next: () => Promise<unknown>, model: Struct.ContentTypeSchema) =>
    strapi.db.transaction(async ({ trx }) => {
      const result = await next();
      const { documentId } = context.params as { documentId: string };
      const { entries } = result as { entries: Entry[] };
      const gone = [...new Set(entries.map(({ locale }) => relatedKey(documentId, locale)))];
      const reason = 'The document was deleted before this quote was captured.';
      if (gone.length > 0) await store.retireDocument(trx, model.uid, gone, reason);
      return result;
    });

  return async (context, next) => {
    const model = strapi.contentType(context.uid);
    if (!isEnabled(model)) return next();
    dropOwnAttributes(context.params);
    if (mayPublish(context, model)) return publish(context, next, model) as ReturnType<typeof next>;
    if (context.action === 'delete') return remove(context, next, model) as ReturnType<typeof next>;
    return next();
  };
};
