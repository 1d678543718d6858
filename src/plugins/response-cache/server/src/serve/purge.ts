import type { Cache } from '../cache';
import { askTogether } from '../freshness/ask-together';
import { EVERY_TABLE } from '../plugin-names';
import { typeTag } from './tags';

/** The event for listeners and webhooks, with the tags whose answers a CDN has to drop. */
export const PURGE_EVENT = 'response-cache.purge';

/** How often the database is asked if no request does, in milliseconds. */
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

/** Types whose tables were written to after a generation, as tags; every type if it is not known which. */
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
  // A link table, or a table of permissions, belongs to no type. Any answer may have been read from it.
  const all = uids.includes(EVERY_TABLE) ? [...types.values()] : uids;
  return [...new Set(all.filter((uid) => !uid.startsWith('admin::')).map(typeTag))].sort();
};

/** Reports writes, for a CDN in front of the server. It takes up to a second if no request asks this node. */
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
