import type { Struct } from '@strapi/strapi';
import type { PluginContext } from '../plugin-context';
import { readPublishedEntries } from '../publication/read-published-entries';
import { findMentionsOfEntry } from '../publication/read-listings';
import { recordPublication } from '../publication/record-publication';
import { codedReason } from '../reasons/reason';
import { relatedKey } from '../store/related-key';
import { findCurrentSnapshots } from '../store/statements/find-current-snapshots';
import { findUnrecordedEntries } from '../store/statements/find-unrecorded-entries';
import { changeMark, type UnrecordedMark } from '../store/statements/mark-entries';
import type { Transaction } from '../store/transaction';
import { enabledTypes } from '../strapi/enabled-types';

/** How many entries one turn looks at, per content type and mark. A large archive takes many turns, in the background. */
const ENTRIES_PER_TURN = 100;

/** Longer than recording any publication takes. A younger publication may still be in progress. */
const UNRECORDED_AFTER_MS = 60_000;

/** Marks an entry as missing its quotes, if it names listings and has none. */
const reportEntry = async (
  context: PluginContext,
  trx: Transaction,
  model: Struct.ContentTypeSchema,
  { id, mark }: { id: number; mark: UnrecordedMark },
): Promise<void> => {
  const { strapi } = context;
  const [published] = await readPublishedEntries(context, model, [id]);
  if (!published) return;
  const { documentId, locale, entry, linkedTickers } = published;
  const named = findMentionsOfEntry(context, model, entry).length + linkedTickers.length;
  const rows = await findCurrentSnapshots(strapi, model.uid, [relatedKey(documentId, locale)]);
  const to = named > 0 && rows.length === 0 ? 'missing' : 'recorded';
  await changeMark(strapi, trx, model.uid, id, { from: mark, to });
};

const recordEntry = async (
  context: PluginContext,
  trx: Transaction,
  model: Struct.ContentTypeSchema,
  { id, mark }: { id: number; mark: UnrecordedMark },
): Promise<void> => {
  const { strapi, config } = context;
  const entry: { documentId: string } | null = await strapi.db
    .query(model.uid)
    .findOne({ select: ['documentId'], where: { id } });
  if (!entry) return;
  const { documentId } = entry;
  await recordPublication(
    context,
    trx,
    { model, documentId, ids: [id] },
    { from: mark, ...(config.onUnrecorded === 'mark' ? { unavailable: codedReason('not-recorded') } : {}) },
  );
};

/**
 * Looks for publications that were not recorded because they were written without the document service, or before the plugin was
 * installed. A publication that names no listing needs no quotes. Any other is reported, marked as unavailable, or captured late,
 * depending on `onUnrecorded`.
 */
export const sweepPublications = async (context: PluginContext): Promise<void> => {
  const { strapi, config } = context;
  const marks: UnrecordedMark[] = config.onUnrecorded === 'report' ? [null] : [null, 'missing'];
  const treat = config.onUnrecorded === 'report' ? reportEntry : recordEntry;
  const before = new Date(Date.now() - UNRECORDED_AFTER_MS);
  for (const model of enabledTypes(strapi)) {
    for (const mark of marks) {
      for (const { id } of await findUnrecordedEntries(strapi, model, {
        mark,
        before,
        limit: ENTRIES_PER_TURN,
      })) {
        try {
          await strapi.db.transaction(({ trx }) => treat(context, trx, model, { id, mark }));
        } catch (error) {
          strapi.log.error(`quote-snapshots: ${model.uid} (id ${id}) could not be swept: ${String(error)}`);
        }
      }
    }
  }
};
