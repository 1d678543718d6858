import type { Cache } from '../cache';
import { askTogether } from '../freshness/ask-together';
import { EVERY_TABLE } from '../plugin-names';
import { typeTag } from './tags';

/** What listeners and webhooks are told: the tags whose answers a CDN has to drop. */
export const PURGE_EVENT = 'response-cache.purge';

/** How often the database is asked where no reader does, in milliseconds. */
const EVERY_MS = 1_000;

/** The events of Strapi that name a document. */
interface EntryEvent {
  entry?: { documentId?: unknown };
}

const emit = async (cache: Cache, tags: readonly string[]): Promise<void> => {
  if (tags.length === 0) return;
  try {
    await cache.strapi.eventHub.emit(PURGE_EVENT, { tags });
  } catch (error) {
    cache.strapi.log.error(`response-cache: a listener of ${PURGE_EVENT} failed: ${String(error)}`);
  }
};

/** Types whose tables were written to after a generation, as tags; every type where it is not known which. */
export const tagsWrittenSince = (
  { ledger, types }: Pick<Cache, 'ledger' | 'types'>,
  generation: number,
): string[] => {
  const uids =
    ledger.all > generation
      ? [...types.values()]
      : [...ledger.changed].flatMap(([table, at]) =>
          at > generation ? [types.get(table) ?? EVERY_TABLE] : [],
        );
  // A link table, or one of permissions, is of no type: any answer may have been read from it.
  const all = uids.includes(EVERY_TABLE) ? [...types.values()] : uids;
  return [...new Set(all.filter((uid) => !uid.startsWith('admin::')).map(typeTag))].sort();
};

/** Tells of writes, for a CDN in front: within a second where nobody asks this node. */
export const startPurging = (cache: Cache, stops: (() => unknown)[]): void => {
  const { eventHub } = cache.strapi;
  cache.strapi.get('webhookStore').addAllowedEvent('RESPONSE_CACHE_PURGE', PURGE_EVENT);
  let told = cache.ledger.generation;
  const timer = setInterval(() => {
    void Promise.resolve(askTogether(cache.questions)).then(() => {
      const tags = tagsWrittenSince(cache, told);
      told = cache.ledger.generation;
      return emit(cache, tags);
    });
  }, EVERY_MS);
  timer.unref();
  const ofDocument = async (name: string, payload: EntryEvent): Promise<void> => {
    const documentId = payload?.entry?.documentId;
    if (name.startsWith('entry.') && typeof documentId === 'string') await emit(cache, [documentId]);
  };
  const unsubscribe = eventHub.subscribe(ofDocument as never);
  stops.push(
    () => clearInterval(timer),
    () => (unsubscribe as (() => void) | undefined)?.(),
  );
};
