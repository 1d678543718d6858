import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { requestedEntries, type AdminRequest, type RequestedEntries } from './requested-entries';
import { guardRouteHandler } from '../strapi/guard-route-handler';
import { createModels } from '../visibility/models';
import { readUnrestricted } from '../visibility/unrestricted-reads';
import { permissionChecker } from '../strapi/permission-checker';
import type { Ability } from '../strapi/request-ability';
import { adminVisibility } from '../visibility/admin-visibility';

/** Whether enough of the requested entries are readable. If there are none at all, Strapi answers 404. */
const isAllowed = ({ need }: RequestedEntries, all: number, read: number): boolean =>
  all === 0 || (need === 'every' ? read === all : read > 0);

/**
 * Guards routes of the admin API that answer with entries but check only the permission on their type, not its conditions. A user
 * who may not read the entries gets 403.
 *
 * Must be called before routes are mounted.
 *
 * @throws Error if this Strapi no longer has one of the handlers
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
  // Users who may write entries need to know whether a slug is taken. To all others this would reveal the slugs of drafts.
  for (const action of ['generateUID', 'checkUIDAvailability']) {
    guardRouteHandler(strapi, 'content-manager', `uid.${action}`, (ctx) =>
      requireWritePermission(strapi, ctx),
    );
  }
};

/** @throws PolicyError if the user may write no entry of the type */
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
