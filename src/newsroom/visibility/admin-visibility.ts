import type { Core } from '@strapi/strapi';
import { toDatabaseQuery } from '../strapi/query-params';
import type { Ability } from '../strapi/request-ability';
import { SNAPSHOT } from '../type-names';
import { asksForLocaleOnly } from './locale-conditions';
import type { Models } from './models';
import { NO_ENTRY, type Query, type Visibility } from './visibility';

const READ = 'plugin::content-manager.explorer.read';
/** Strapi registers this action for the types that the content manager shows; `read` also for files, locales and admin users. */
const CREATE = 'plugin::content-manager.explorer.create';

/** Fields that the content manager shows of every entry, whatever the role's fields are. */
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
    /** Filters that match what may be read; null where nothing may. */
    getQuery(): Query | null;
  };
}

const isEmpty = (query: Query): boolean => Object.keys(query).length === 0;

export interface AdminVisibility extends Visibility {
  /** Whether reading entries of a type is for permissions to say. */
  isPermissionSubject(uid: string): boolean;
}

/**
 * Visibility for a person of the admin: what their roles let them read in the content manager, conditions, locales and
 * fields included.
 *
 * Strapi checks these permissions for the entries that a request names. Entries that it reaches through a relation it
 * shows whole: see {@link restrictQuery}.
 *
 * @throws Error where Strapi has no such permission any more, so that nothing is shown by mistake
 */
export const adminVisibility = (strapi: Core.Strapi, models: Models, ability: Ability): AdminVisibility => {
  const permissions = strapi.service('admin::permission') as PermissionService;
  const displayed = permissions.actionProvider.get(CREATE)?.subjects;
  if (!displayed) throw new Error(`Strapi has no permission "${CREATE}" on content types any more.`);
  const permissionSubjects = new Set([
    ...displayed,
    // A record, which the content manager does not show, though it answers for it.
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
      // A relation's entries are checked by their own type; a field that the content manager hides cannot be granted.
      models.relationTarget(uid, attribute) !== undefined ||
      models.isHidden(uid, attribute),
    canSearchField: isGranted,
    canSortBy(uid) {
      if (!permissionSubjects.has(uid)) return true;
      const filters = conditionsOf(uid);
      // Which locales a person may read reveals nothing about an entry.
      return filters !== null && asksForLocaleOnly(filters);
    },
    draftResponse: 'everything',
  };
};
