import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import { enabledTypes } from '../../strapi/enabled-types';
import { hasScope } from '../../strapi/has-scope';
import { servedRequest } from '../../strapi/served-request';

/** What a caller of the content API may read of the record. */
export interface Reader {
  /** The uids of the content types whose publications it may read. */
  types: ReadonlySet<string>;
  /** Whether it may read the snapshots of documents that are no longer published. */
  mayReadUnpublished: boolean;
}

/** A right that no route asks for, so that no role and no custom token has it: only full-access tokens do. */
const READ_UNPUBLISHED = `${SNAPSHOT_UID}.findUnpublished`;

const NOBODY: Reader = { types: new Set(), mayReadUnpublished: false };

/** Strapi makes one `auth` for each request: a request's queries share what was asked for the first of them. */
const known = new WeakMap<object, Promise<Reader>>();

const readerWith = async (strapi: Core.Strapi, auth: object): Promise<Reader> => {
  const types = new Set<string>();
  for (const { uid } of enabledTypes(strapi)) if (await hasScope(strapi, auth, `${uid}.find`)) types.add(uid);
  return { types, mayReadUnpublished: await hasScope(strapi, auth, READ_UNPUBLISHED) };
};

/**
 * What the caller of the current request may read. Undefined where there is no request, or where it is not one of the
 * content API: the admin API has permissions of its own.
 */
export const readerOfRequest = async (strapi: Core.Strapi): Promise<Reader | undefined> => {
  const request = servedRequest(strapi);
  if (request.kind === 'not-content-api') return undefined;
  if (request.kind === 'unknown') return NOBODY;
  // A route with `auth: false` checks no permission, not even on relations: whoever calls it sees what is published, of every
  // type.
  if (request.kind === 'open')
    return { types: new Set(enabledTypes(strapi).map(({ uid }) => uid)), mayReadUnpublished: false };
  const reader = known.get(request.auth) ?? readerWith(strapi, request.auth);
  known.set(request.auth, reader);
  return reader;
};
