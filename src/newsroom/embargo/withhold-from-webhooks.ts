import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { databaseTime } from '../clock/database-time';
import { readEmbargoes } from '../publication/embargo-hindrance';
import { ARTICLE } from '../type-names';
import { pictureNames } from './pictures-in-text';
import { readWithheldPictures, wasWithheldAtDeletion } from './withheld-pictures';

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

/** The hashes of all files in a value, at any depth. An event of an article contains its cover and the pictures of its text. */
const hashesIn = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap(hashesIn);
  if (!isObject(value)) return [];
  return [...pictureNames(value), ...Object.values(value).flatMap(hashesIn)];
};

/** The ids of an entry of which only the ids are sent; undefined for an entry that is sent as Strapi sends it. */
type NamesOf = (entry: JsonObject) => JsonObject | undefined;

/** The same value, in which entries and files under embargo have only their ids. */
const namesOnly = (value: Json, namesOf: NamesOf): Json => {
  if (Array.isArray(value)) return value.map((one) => namesOnly(one, namesOf));
  if (!isObject(value)) return value;
  return (
    namesOf(value) ??
    Object.fromEntries(Object.entries(value).map(([name, one]) => [name, namesOnly(one, namesOf)]))
  );
};

/** Names the files of a value that are pictures of articles under embargo, or were when they were deleted. */
const withheldFiles = async (strapi: Core.Strapi, event: string, value: Json): Promise<NamesOf> => {
  const hashes = hashesIn(value);
  const withheld = await readWithheldPictures(strapi, hashes);
  return (file) => {
    const { id = null, documentId = null } = file;
    const names = pictureNames(file);
    const noted = names.map((hash) => wasWithheldAtDeletion(strapi, hash)).find((one) => one !== undefined);
    // During a deletion, one query may still find the entries of the file, and the next one none of them: the note is exact.
    const isWithheld =
      event === 'media.delete' && noted !== undefined
        ? noted
        : noted === true || names.some((hash) => withheld.has(hash));
    return isWithheld ? { id, documentId } : undefined;
  };
};

/** Whether the event is about a deleted draft, for which nobody can tell any more whether it was under embargo. */
const isGoneDraft = async (strapi: Core.Strapi, info: JsonObject): Promise<boolean> => {
  const { uid, entry } = info;
  if (uid !== ARTICLE || !isObject(entry) || (entry.publishedAt ?? null) !== null) return false;
  const { documentId } = entry;
  return (await strapi.db.query(ARTICLE).count({ where: { documentId, publishedAt: null } })) === 0;
};

const withheld = async (strapi: Core.Strapi, event: string, sent: object): Promise<object> => {
  // The event as JSON: dates are text, and there are no cycles.
  const info = JSON.parse(JSON.stringify(sent)) as JsonObject;
  const documentIds = [...new Set(documentIdsIn(info))];
  if (documentIds.length === 0 && hashesIn(info).length === 0) return info;
  const now = await databaseTime(strapi);
  const embargoes = await readEmbargoes(strapi, documentIds);
  const namesOfFile = await withheldFiles(strapi, event, info);
  const namesOf: NamesOf = (entry) => {
    const { id = null, documentId, locale = null, embargoUntil } = entry;
    if (typeof documentId !== 'string') return namesOfFile(entry);
    // The event itself may have the embargo, if the article has been deleted since.
    const own = typeof embargoUntil === 'string' ? [new Date(embargoUntil)] : [];
    const until = [...own, embargoes.get(documentId)].find((one) => one && one > now);
    return until ? { id, documentId, locale, embargoUntil: until.toISOString() } : namesOfFile(entry);
  };
  if (await isGoneDraft(strapi, info)) {
    const { id = null, documentId = null, locale = null } = info.entry as JsonObject;
    return { ...info, entry: { id, documentId, locale } };
  }
  // The event itself names an article and has nothing of its text.
  return Object.fromEntries(Object.entries(info).map(([name, value]) => [name, namesOnly(value, namesOf)]));
};

/**
 * Strapi's webhooks send the whole entry each time it is saved. For an article under embargo, for its pictures, and for a deleted
 * draft, this sends only the ids, in every event and for every type of entry that links to it.
 *
 * Leans on: `webhookRunner.run`, which sends every event to every webhook. Fails closed: if the check fails, the event is not
 * sent, and Strapi logs why. Noticed by tests/regressions/webhooks-sent-the-text-of-an-embargoed-article.ts, and
 * webhooks-sent-the-picture-of-an-embargoed-article.ts.
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
    run(webhook, event, await outside(() => withheld(strapi, event, info)));
};
