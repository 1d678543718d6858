import type { Core } from '@strapi/strapi';
import { toDatabaseQuery } from '../strapi/query-params';
import type { Ability } from '../strapi/request-ability';
import { SNAPSHOT } from '../type-names';
import { asksForLocaleOnly } from './locale-conditions';
import type { Models } from './models';
import { NO_ENTRY, type Query, type Visibility } from './visibility';

const READ = 'plugin::content-manager.explorer.read';
/** Strapi registers this action only for types that the content manager shows, but `read` also for files, locales and admin users. */
const CREATE = 'plugin::content-manager.explorer.create';

/** Fields of every entry that the content manager shows whatever fields the role may read. */
const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'locale',
  'createdAt',
  'updatedAt',
  'publishedAt',
]);

interface PermissionService {
  actionProvider: { get(action: string): { subjects?: string[] } | undefined };
  createPermissionsManager(options: { ability: Ability; action: string; model: string }): {
    /** Filters that match the readable entries; null if none is readable. */
    getQuery(): Query | null;
  };
}

const isEmpty = (query: Query): boolean => Object.keys(query).length === 0;

export interface AdminVisibility extends Visibility {
  /** Whether permissions decide who may read entries of this type. */
  isPermissionSubject(uid: string): boolean;
}

/**
 * Visibility for a user of the admin UI: what their roles let them read in the content manager, with conditions, locales and
 * fields.
 *
 * Strapi checks these permissions for the entries that a request names. Entries that it reaches through a relation it shows whole:
 * see {@link restrictQuery}.
 *
 * @throws Error if this Strapi no longer has that permission, so that nothing is shown by mistake
 */
export const adminVisibility = (strapi: Core.Strapi, models: Models, ability: Ability): AdminVisibility => {
  const permissions = strapi.service('admin::permission') as PermissionService;
  const displayed = permissions.actionProvider.get(CREATE)?.subjects;
  if (!displayed) throw new Error(`Strapi has no permission "${CREATE}" on content types any more.`);
  const permissionSubjects = new Set([
    ...displayed,
    // The content manager does not list the record, but answers requests for it.
    SNAPSHOT,
    ...models.uids().filter((uid) => models.hasDrafts(uid) || uid.startsWith('api::')),
  ]);

  const conditions = new Map<string, Query | null>();
  const conditionsOf = (uid: string): Query | null => {
    const known = conditions.get(uid);
    if (known !== undefined) return known;
    const found = permissions.createPermissionsManager({ ability, action: READ, model: uid }).getQuery();
    conditions.set(uid, found);
    return found;
  };
  const readableFields = new Map<string, ((attribute: string) => boolean) | undefined>();
  const fieldsOf = (uid: string) => {
    if (!readableFields.has(uid)) {
      const rules = ability.rulesFor(READ, uid);
      const fields = rules.flatMap((rule) => rule.fields ?? []);
      const all = rules.some((rule) => rule.fields === undefined);
      const given = new Set(fields);
      readableFields.set(uid, (attribute) => all || given.has(attribute));
    }
    return readableFields.get(uid)!;
  };
  const isGranted = (uid: string, attribute: string): boolean =>
    !permissionSubjects.has(uid) || SYSTEM_FIELDS.has(attribute) || fieldsOf(uid)(attribute);

  return {
    isPermissionSubject: (uid) => permissionSubjects.has(uid),
    entryFilter(uid) {
      if (!permissionSubjects.has(uid)) return undefined;
      const filters = conditionsOf(uid);
      if (filters === null) return NO_ENTRY;
      if (isEmpty(filters)) return undefined;
      return toDatabaseQuery(strapi, uid, { filters }).where as Query | undefined;
    },
    filtersRoot: false,
    canReadField: (uid, attribute) =>
      isGranted(uid, attribute) ||
      // The entries of a relation are checked by their own type. No role can be granted a field that the content manager hides.
      models.relationTarget(uid, attribute) !== undefined ||
      models.isHidden(uid, attribute),
    canSearchField: isGranted,
    canSortBy(uid) {
      if (!permissionSubjects.has(uid)) return true;
      const filters = conditionsOf(uid);
      // A filter on locales reveals nothing about an entry.
      return filters !== null && asksForLocaleOnly(filters);
    },
    draftResponse: 'everything',
  };
};
