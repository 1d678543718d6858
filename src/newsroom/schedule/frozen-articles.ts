import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { RefusalReason } from '../refusals/refusal-reason';
import { ARTICLE } from '../type-names';
import { TIME_FIELDS } from './article-times';

/** A draft with everything that publishing it would publish. */
interface Draft {
  documentId: string;
  locale: string;
  /** The instant of its publication, as ISO 8601 in UTC. */
  publishAt: string | null;
  words: Record<string, unknown>;
}

/** Whether scheduled articles may not be changed (SCHEDULE_FREEZES). */
export const freezesSchedules = (strapi: Core.Strapi): boolean =>
  strapi.config.get<boolean>('newsroom.schedule.freezes', false);

/** Fields that are not published: who created and changed the draft, and its versions in other locales. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  ...['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations'],
  ...TIME_FIELDS,
]);

/** The attributes that people write, and which of them must be populated. */
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

/** The documentIds of linked entries. A change of such an entry is not a change of the article. */
const linked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(linked);
  const { documentId } = (value ?? {}) as { documentId?: string };
  return documentId ?? value;
};

/**
 * Reads drafts with everything that would be published.
 *
 * @param where selects them
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

/** The error for a change of a scheduled article: status 400, with the fields that would have changed. */
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

/** A write that publishes, with its data. */
interface Publication {
  data?: Record<string, unknown> | undefined;
}

/**
 * The fields that declare a change. A publication uses them and then empties them. If it sends another value for them, it changes
 * the scheduled article.
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

/** @throws ValidationError if a draft that was scheduled before the write has changed */
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

/** What a write may affect. */
interface FrozenScope {
  /** The articles that the write may change. */
  where: object;
  /** The locale whose schedule the write cancels. A draft that is no longer scheduled may change. */
  cancels?: string | undefined;
  /** Set if the write publishes. */
  publishes?: Publication | undefined;
}

/**
 * Runs a write, and refuses it if it has changed a scheduled article. It compares the stored drafts before and after, in every
 * locale, so it does not matter how the change was requested.
 *
 * Must be called in a transaction that is rolled back if this throws, with the articles locked.
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
