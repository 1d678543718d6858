import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { SNAPSHOT_UID } from '../../plugin-names';
import { enabledTypes } from '../../strapi/enabled-types';

/** What a caller of the content API may read of the record. */
export interface Reader {
  /** The uids of the content types whose publications it may read. */
  types: ReadonlySet<string>;
  /** Whether it may read of publications that are not in front of readers any more. */
  mayReadUnpublished: boolean;
}

/** The request that is being served, as far as rights are concerned. */
interface ServedRequest {
  state: {
    auth?: object;
    route?: { info?: { type?: string }; config?: { auth?: unknown } };
  };
}

/** A right that no route has, and so no role and no custom token: only those who may do everything have it. */
const READ_UNPUBLISHED = `${SNAPSHOT_UID}.findUnpublished`;

const NOBODY: Reader = { types: new Set(), mayReadUnpublished: false };

/**
 * Says what the caller of the request under way may read: undefined where there is none, or where it is no request of
 * the content API (the admin API has permissions of its own). Asked once a request.
 */
export const createReaders = (strapi: Core.Strapi) => {
  const known = new WeakMap<object, Promise<Reader>>();

  const may = async (auth: object, scope: string): Promise<boolean> => {
    try {
      await strapi.get('auth').verify(auth, { scope: [scope] });
      return true;
    } catch (error) {
      if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) return false;
      throw error;
    }
  };

  const readerWith = async (auth: object): Promise<Reader> => {
    const types = new Set<string>();
    for (const { uid } of enabledTypes(strapi)) if (await may(auth, `${uid}.find`)) types.add(uid);
    return { types, mayReadUnpublished: await may(auth, READ_UNPUBLISHED) };
  };

  return async (): Promise<Reader | undefined> => {
    const request = strapi.requestContext.get() as unknown as ServedRequest | undefined;
    const { auth, route } = request?.state ?? {};
    if (route?.info?.type !== 'content-api') return undefined;
    if (auth) {
      const reader = known.get(auth) ?? readerWith(auth);
      known.set(auth, reader);
      return reader;
    }
    // A route that the app has opened to everyone asks for nobody's rights, its relations included. What is published is
    // all that everyone may know of.
    if (route.config?.auth === false)
      return { types: new Set(enabledTypes(strapi).map(({ uid }) => uid)), mayReadUnpublished: false };
    return NOBODY;
  };
};
