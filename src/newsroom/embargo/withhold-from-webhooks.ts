import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { databaseTime } from '../clock/database-time';
import { readEmbargoes } from '../publication/embargo-hindrance';
import { ARTICLE } from '../type-names';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };
type Run = (webhook: unknown, event: string, info?: object) => Promise<unknown>;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The documentIds of all entries in a value, at any depth. An event of a company contains its articles. */
const documentIdsIn = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap(documentIdsIn);
  if (!isObject(value)) return [];
  const own = typeof value.documentId === 'string' ? [value.documentId] : [];
  return [...own, ...Object.values(value).flatMap(documentIdsIn)];
};

/** The end of an entry's embargo; undefined if it is under none. */
type EmbargoOf = (entry: JsonObject) => string | undefined;

/** The same value, in which entries under embargo have only their ids. */
const namesOnly = (value: Json, embargoOf: EmbargoOf): Json => {
  if (Array.isArray(value)) return value.map((one) => namesOnly(one, embargoOf));
  if (!isObject(value)) return value;
  const embargoUntil = embargoOf(value);
  if (embargoUntil === undefined) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, namesOnly(one, embargoOf)]));
  }
  const { id = null, documentId = null, locale = null } = value;
  return { id, documentId, locale, embargoUntil };
};

/** Whether the event is about a deleted draft, for which nobody can tell any more whether it was under embargo. */
const isGoneDraft = async (strapi: Core.Strapi, info: JsonObject): Promise<boolean> => {
  const { uid, entry } = info;
  if (uid !== ARTICLE || !isObject(entry) || (entry.publishedAt ?? null) !== null) return false;
  const { documentId } = entry;
  return (await strapi.db.query(ARTICLE).count({ where: { documentId, publishedAt: null } })) === 0;
};

const withheld = async (strapi: Core.Strapi, event: object): Promise<object> => {
  // The event as JSON: dates are text, and there are no cycles.
  const info = JSON.parse(JSON.stringify(event)) as JsonObject;
  const documentIds = [...new Set(documentIdsIn(info))];
  if (documentIds.length === 0) return info;
  const now = await databaseTime(strapi);
  const embargoes = await readEmbargoes(strapi, documentIds);
  const embargoOf: EmbargoOf = ({ documentId, embargoUntil }) => {
    if (typeof documentId !== 'string') return undefined;
    // The event itself may have the embargo, if the article has been deleted since.
    const own = typeof embargoUntil === 'string' ? [new Date(embargoUntil)] : [];
    const until = [...own, embargoes.get(documentId)].find((one) => one && one > now);
    return until?.toISOString();
  };
  if (await isGoneDraft(strapi, info)) {
    const { id = null, documentId = null, locale = null } = info.entry as JsonObject;
    return { ...info, entry: { id, documentId, locale } };
  }
  // The event itself names an article and has nothing of its text.
  return Object.fromEntries(Object.entries(info).map(([name, value]) => [name, namesOnly(value, embargoOf)]));
};

/**
 * Strapi's webhooks send the whole entry each time it is saved. For an article under embargo, and for a deleted draft, this sends
 * only the ids, in every event and for every type of entry that links to it.
 *
 * Leans on: `webhookRunner.run`, which sends every event to every webhook. Fails closed: if the check fails, the event is not sent,
 * and Strapi logs why. Noticed by tests/regressions/webhooks-sent-the-text-of-an-embargoed-article.ts.
 *
 * @throws Error if this Strapi no longer has that method
 */
export const withholdFromWebhooks = (strapi: Core.Strapi): void => {
  const runner = strapi.get<{ run?: Run } | undefined>('webhookRunner');
  const run = runner?.run?.bind(runner);
  if (!runner || !run) {
    throw new Error(
      'Strapi has no webhookRunner.run: webhooks would send the text of articles under embargo.',
    );
  }
  // Events are sent in the context of the request that wrote. Its caller may not see the embargo, and its transaction is over, so
  // the check runs in this context.
  const outside = AsyncLocalStorage.snapshot();
  runner.run = async (webhook, event, info = {}) =>
    run(webhook, event, await outside(() => withheld(strapi, info)));
};
