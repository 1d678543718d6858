import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { RefusalReason } from '../refusals/refusal-reason';
import { ARTICLE } from '../type-names';
import { TIME_FIELDS } from './article-times';

/** A draft, with everything of it that goes out. */
interface Draft {
  documentId: string;
  locale: string;
  /** When it goes out, as ISO 8601 in UTC. */
  publishAt: string | null;
  words: Record<string, unknown>;
}

/** Whether what is scheduled is not changed any more: SCHEDULE_FREEZES. */
export const freezesSchedules = (strapi: Core.Strapi): boolean =>
  strapi.config.get<boolean>('newsroom.schedule.freezes', false);

/** Who made and changed a draft, and its versions in other locales, are not part of what goes out. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  ...['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations'],
  ...TIME_FIELDS,
]);

/** The attributes that people write, and those of them that Strapi reads only on demand. */
const writtenAttributes = (strapi: Core.Strapi): { names: string[]; populate: string[] } => {
  const attributes = Object.entries(strapi.contentType(ARTICLE).attributes).filter(
    ([name, attribute]) => !NOT_SHOWN.has(name) && (attribute as { writable?: boolean }).writable !== false,
  );
  const onDemand = new Set(['relation', 'media', 'component', 'dynamiczone']);
  return {
    names: attributes.map(([name]) => name),
    populate: attributes.filter(([, { type }]) => onDemand.has(type)).map(([name]) => name),
  };
};

/** Entries that an article is linked to, by their documentId: changes of their own are not changes of the article. */
const linked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(linked);
  const { documentId } = (value ?? {}) as { documentId?: string };
  return documentId ?? value;
};

/**
 * Reads drafts, with all that goes out of them.
 *
 * @param where which of them
 */
const readDrafts = async (strapi: Core.Strapi, where: object): Promise<Draft[]> => {
  const { names, populate } = writtenAttributes(strapi);
  const rows: (Record<string, unknown> & Omit<Draft, 'words'>)[] = await strapi.db
    .query(ARTICLE)
    .findMany({ where: { $and: [where, { publishedAt: null }] }, populate, orderBy: { id: 'asc' } });
  return rows.map(({ documentId, locale, publishAt, ...row }) => ({
    ...{ documentId, locale, publishAt: publishAt && new Date(publishAt).toISOString() },
    words: Object.fromEntries(names.map((name) => [name, linked(row[name] ?? null)])),
  }));
};

/** The error of a change of what is scheduled: 400, with the fields that would have changed. */
const frozenError = (
  { documentId, locale, publishAt }: Draft,
  fields: readonly string[],
): errors.ValidationError => {
  const message =
    `Not saved. The article (${documentId}, “${locale}”) is scheduled for ${publishAt}, and frozen until then: ` +
    `${fields.join(', ')} cannot be changed. Cancel the schedule first, and set it again afterwards.`;
  const reason: RefusalReason = {
    code: 'frozen',
    values: { locale, at: publishAt ?? '', fields: fields.join(', ') },
  };
  return new errors.ValidationError(message, {
    errors: fields.map((field) => ({ path: [field], name: 'Frozen', message, reason })),
  });
};

/** A write that publishes, with what it sends. */
interface Publication {
  data?: Record<string, unknown> | undefined;
}

/**
 * What a publication takes and empties: it says what the change is, in this draft. A publication that sends another value changes
 * what was scheduled.
 */
const CONSUMED: readonly string[] = ['changeKind', 'changeNote'];

/** Whether a field is empty because the write has published the draft with it. */
const isConsumed = (
  name: string,
  before: Draft,
  after: Draft,
  publishes: Publication | undefined,
): boolean => {
  if (!publishes || !CONSUMED.includes(name) || after.words[name] !== null) return false;
  const sent = publishes.data?.[name];
  return sent === undefined || sent === before.words[name];
};

/** @throws ValidationError where a draft that was scheduled before has other words now */
const refuseChanges = (
  before: readonly Draft[],
  after: readonly Draft[],
  publishes: Publication | undefined,
): void => {
  for (const one of before) {
    const now = after.find(
      ({ documentId, locale }) => documentId === one.documentId && locale === one.locale,
    );
    if (!now) continue;
    const fields = Object.keys(one.words).filter(
      (name) =>
        !isDeepStrictEqual(one.words[name], now.words[name]) && !isConsumed(name, one, now, publishes),
    );
    if (fields.length > 0) throw frozenError(one, fields);
  }
};

/** What a write may have to do with. */
interface FrozenScope {
  /** Which articles. */
  where: object;
  /** The locale whose schedule the write cancels: what is no longer scheduled may change. */
  cancels?: string | undefined;
  /** Where the write publishes. */
  publishes?: Publication | undefined;
}

/**
 * Runs a write, and refuses it where it has changed what is scheduled. It is judged by what is stored before and after, in every
 * locale, so that it makes no difference how the change was asked for.
 *
 * To be called in a transaction that is rolled back where this throws, with the articles locked.
 *
 * @throws ValidationError that names the fields
 */
export const refuseFrozenChanges = async (
  strapi: Core.Strapi,
  { where, cancels, publishes }: FrozenScope,
  write: () => Promise<unknown>,
): Promise<unknown> => {
  const scheduled = await readDrafts(strapi, { $and: [where, { publishAt: { $notNull: true } }] });
  const before = scheduled.filter(({ locale }) => locale !== cancels);
  const result = await write();
  if (before.length > 0) {
    const documentId = { $in: [...new Set(before.map((one) => one.documentId))] };
    refuseChanges(before, await readDrafts(strapi, { documentId }), publishes);
  }
  return result;
};
