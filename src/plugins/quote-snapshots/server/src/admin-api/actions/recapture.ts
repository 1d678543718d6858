import type { Core } from '@strapi/strapi';
import { recaptureSnapshot } from '../../capture/recapture-snapshot';
import { pluginContext } from '../../plugin-context';
import { requireReadableSnapshot } from '../access/require-readable-snapshot';
import type { AdminContext } from '../admin-context';
import { personName } from '../person-name';
import { parseRequest, reasonBody } from '../request-bodies';

/** `POST /snapshots/:id/recapture`: captures a current snapshot again. Answers with the documentId of the new one. */
export const recapture = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { reason } = parseRequest(reasonBody, ctx.request.body);
  const { documentId } = await requireReadableSnapshot(strapi, ctx.state.userAbility, ctx.params.id ?? '');
  const by = personName(ctx.state.user);
  ctx.body = { data: { documentId: await recaptureSnapshot(pluginContext(strapi), documentId, reason, by) } };
};
