import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { requestedEntries, type AdminRequest, type RequestedEntries } from './requested-entries';
import { guardRouteHandler } from '../strapi/guard-route-handler';
import { createModels } from '../visibility/models';
import { readUnrestricted } from '../visibility/unrestricted-reads';
import { permissionChecker } from '../strapi/permission-checker';
import type { Ability } from '../strapi/request-ability';
import { adminVisibility } from '../visibility/admin-visibility';

/** Which of the entries that were asked for a person must be able to read. */
const isAllowed = ({ need }: RequestedEntries, all: number, read: number): boolean =>
  all === 0 || (need === 'every' ? read === all : read > 0);

/**
 * Shuts routes of Strapi's admin that hand out entries after looking at their type alone, and not at the conditions
 * under which a person may read them: whoever may not read an entry gets 403.
 *
 * To be called before routes are mounted.
 *
 * @throws Error for a handler that Strapi does not have any more
 */
export const guardRequestedEntries = (strapi: Core.Strapi): void => {
  const idsOf = async (uid: string, where: object): Promise<Set<unknown>> => {
    const rows: { id: unknown }[] = await readUnrestricted(() =>
      strapi.db.query(uid as UID.ContentType).findMany({ select: ['id'], where }),
    );
    return new Set(rows.map(({ id }) => id));
  };

  const requireReadable = async (ability: unknown, asked: RequestedEntries): Promise<void> => {
    if (!ability) throw new errors.UnauthorizedError();
    const seen = adminVisibility(strapi, createModels(strapi), ability as Ability).entryFilter(asked.uid);
    if (!seen) return;
    const all = await idsOf(asked.uid, asked.where);
    const read = await idsOf(asked.uid, { $and: [asked.where, seen] });
    if (!isAllowed(asked, all.size, read.size)) {
      throw new errors.PolicyError(
        `Your role may not read all of the entries of ${asked.uid} that this would show: ask for the right to read them.`,
      );
    }
  };

  for (const [plugin, handlers] of Object.entries(requestedEntries)) {
    for (const [handler, asks] of Object.entries(handlers)) {
      guardRouteHandler(strapi, plugin, handler, async (ctx) => {
        for (const asked of await asks(strapi, ctx)) await requireReadable(ctx.state.userAbility, asked);
      });
    }
  }
  // Whoever makes entries has to know whether a slug is taken. Nobody else has to: it may be that of a draft.
  for (const action of ['generateUID', 'checkUIDAvailability']) {
    guardRouteHandler(strapi, 'content-manager', `uid.${action}`, (ctx) =>
      requireWritePermission(strapi, ctx),
    );
  }
};

/** @throws PolicyError for a type of which the person may write no entry */
const requireWritePermission = (strapi: Core.Strapi, { request, state }: AdminRequest): void => {
  const { contentTypeUID: uid } = (request.body ?? {}) as { contentTypeUID?: unknown };
  if (typeof uid !== 'string' || !(uid in strapi.contentTypes)) return;
  const { can } = permissionChecker(strapi, state.userAbility, uid);
  if (!can.create() && !can.update()) {
    throw new errors.PolicyError(
      `contentTypeUID is "${uid}": your role writes no entries of this type, and is not told which slugs are taken.`,
    );
  }
};
