import type { Core, Modules, Struct } from '@strapi/strapi';
import { KEY_ATTRIBUTE, RECORD_ATTRIBUTE, SNAPSHOTS_ATTRIBUTE } from '../plugin-names';
import { hasDrafts, isEnabled } from '../strapi/enabled-types';
import { whileRecording } from './readings-under-way';
import type { PublicationRecorder } from './record-publication';
import { populates } from './populates';
import type { RowsToCapture } from '../store/snapshot-row';
import type { Settling } from '../capture/post-commit-captures';
import type { Transaction } from '../store/transaction';
import type { Clone, CloneUnlinker } from './unlink-clone';
import type { PublicationWithdrawal } from './withdraw-publication';

type Middleware = Modules.Documents.Middleware.Middleware;
type Context = Parameters<Middleware>[0];

interface Entry {
  id: number;
  documentId: string;
  locale?: string | null;
}

export interface MiddlewareOptions {
  strapi: Core.Strapi;
  record: PublicationRecorder;
  settling: Settling;
  unlink: CloneUnlinker;
  withdraw: PublicationWithdrawal;
  /** Under which this node writes rows that it is about to capture. */
  owner: string;
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
  const { strapi, record, settling, unlink, withdraw, owner } = options;

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
      const unlinked = context.action === 'clone' ? await unlink(trx, cloneOf(context, model, entries)) : [];
      const publication = { model, documentId: first.documentId, ids: entries.map(({ id }) => id) };
      rows = await record(trx, publication, { owner });
      return readAgain(context, model, answer, unlinked);
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
    // A client that asked for the quotes in its answer gets them as they are now, not as they were before capture.
    return readAgain(context, model, result, [SNAPSHOTS_ATTRIBUTE]);
  };

  const cloneOf = ({ params }: Context, model: Struct.ContentTypeSchema, entries: Entry[]): Clone => {
    const { documentId: source, data = {} } = params as {
      documentId: string;
      data?: Record<string, unknown>;
    };
    return { model, source, ids: entries.map(({ id }) => id), data };
  };

  /** A clone that is a draft: nothing is recorded of it. */
  const clone = async (context: Context, next: () => Promise<unknown>, model: Struct.ContentTypeSchema) =>
    strapi.db.transaction(async ({ trx }) => {
      const answer = await next();
      const { entries } = answer as { entries: Entry[] };
      return readAgain(context, model, answer, await unlink(trx, cloneOf(context, model, entries)));
    });

  /** An answer of the document service in which these attributes, where the caller populates them, are read again. */
  const readAgain = async (
    context: Context,
    model: Struct.ContentTypeSchema,
    answer: unknown,
    attributes: readonly string[],
  ): Promise<unknown> => {
    const { populate } = context.params as { populate?: unknown };
    const names = attributes.filter((name) => populates(populate, name));
    if (names.length === 0) return answer;
    const query = strapi.get('query-params').transform(context.uid, { populate }) as {
      populate?: Record<string, unknown>;
    };
    const populated = Object.fromEntries(names.map((name) => [name, query.populate?.[name] ?? true]));
    const refresh = async (entry: Record<string, unknown>) => {
      const [row] = await strapi.db
        .query(model.uid)
        .findMany({ select: ['id'], where: { id: entry.id }, populate: populated });
      return row ? { ...entry, ...Object.fromEntries(names.map((name) => [name, row[name]])) } : entry;
    };
    if (!['publish', 'clone'].includes(context.action)) return refresh(answer as Record<string, unknown>);
    const { entries, ...rest } = answer as { entries: Record<string, unknown>[] };
    return { ...rest, entries: await Promise.all(entries.map(refresh)) };
  };

  return async (context, next) => {
    const model = strapi.contentType(context.uid);
    if (!isEnabled(model)) return next();
    dropOwnAttributes(context.params);
    if (mayPublish(context, model)) return publish(context, next, model) as ReturnType<typeof next>;
    if (context.action === 'clone') return clone(context, next, model) as ReturnType<typeof next>;
    if (context.action === 'delete' || context.action === 'unpublish')
      return withdraw(context, next, model) as ReturnType<typeof next>;
    return next();
  };
};
