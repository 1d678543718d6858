import type { Core } from '@strapi/strapi';
import { SNAPSHOT_UID } from '../../plugin-names';
import { enabledTypes } from '../../strapi/enabled-types';
import { hasScope } from '../../strapi/has-scope';
import { servedRequest } from '../../strapi/served-request';

/** The part of the record that a caller of the content API may read. */
export interface Reader {
  /** The uids of the content types whose snapshots it may read. */
  types: ReadonlySet<string>;
  /** Whether it may read the snapshots of documents that are not published any more. */
  mayReadUnpublished: boolean;
}

/** No route requires this permission, so no role or custom token can have it. Only full-access tokens have it. */
const READ_UNPUBLISHED = `${SNAPSHOT_UID}.findUnpublished`;

const NOBODY: Reader = { types: new Set(), mayReadUnpublished: false };

/** Strapi creates one `auth` for each request, so all queries of a request share one look-up. */
const known = new WeakMap<object, Promise<Reader>>();

const readerWith = async (strapi: Core.Strapi, auth: object): Promise<Reader> => {
  const types = new Set<string>();
  for (const { uid } of enabledTypes(strapi)) if (await hasScope(strapi, auth, `${uid}.find`)) types.add(uid);
  return { types, mayReadUnpublished: await hasScope(strapi, auth, READ_UNPUBLISHED) };
};

/**
 * The rights of the current request's caller. Undefined if there is no request, or if it is not one of the content API: the admin
 * API has its own permissions.
 */
export const readerOfRequest = async (strapi: Core.Strapi): Promise<Reader | undefined> => {
  const request = servedRequest(strapi);
  if (request.kind === 'not-content-api') return undefined;
  if (request.kind === 'unknown') return NOBODY;
  // A route with `auth: false` checks no permissions, not even on relations. Its callers see the snapshots of published documents
  // of every type.
  if (request.kind === 'open')
    return { types: new Set(enabledTypes(strapi).map(({ uid }) => uid)), mayReadUnpublished: false };
  const reader = known.get(request.auth) ?? readerWith(strapi, request.auth);
  known.set(request.auth, reader);
  return reader;
};
