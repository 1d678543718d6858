import type { Core } from '@strapi/strapi';
import { voidSnapshot as voidInRecord } from '../../capture/void-snapshot';
import { pluginContext } from '../../plugin-context';
import { requireReadableSnapshot } from '../access/require-readable-snapshot';
import type { AdminContext } from '../admin-context';
import { personName } from '../person-name';
import { parseRequest, reasonBody } from '../request-bodies';

/** `POST /snapshots/:id/void`: marks the figures of a current snapshot as not to be used, with a reason. */
export const voidSnapshot = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { reason } = parseRequest(reasonBody, ctx.request.body);
  const { documentId } = await requireReadableSnapshot(strapi, ctx.state.userAbility, ctx.params.id ?? '');
  await voidInRecord(pluginContext(strapi), documentId, reason, personName(ctx.state.user));
  ctx.body = { data: { documentId } };
};
