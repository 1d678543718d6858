import type { Core } from '@strapi/strapi';
import { countPastSnapshots, findPastSnapshots } from '../../store/reports/find-past-snapshots';
import { requireReadablePlace } from '../access/require-readable-place';
import type { AdminContext } from '../admin-context';
import { presentSnapshot } from '../present/present-snapshot';
import { historyQuery, parseRequest } from '../request-bodies';

const PAGE_SIZE = 25;

/** `GET /documents/:uid/:documentId/history?page=1&instrument=XNAS:MSFT`: the snapshots that are no longer current, latest first. */
export const earlierSnapshots = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { page, instrument } = parseRequest(historyQuery, ctx.query);
  const { model, key } = await requireReadablePlace(strapi, ctx);
  const total = await countPastSnapshots(strapi, model.uid, key, instrument);
  const rows = await findPastSnapshots(strapi, model.uid, key, { page, pageSize: PAGE_SIZE, instrument });
  ctx.body = {
    data: rows.map(presentSnapshot),
    meta: { page, pageCount: Math.ceil(total / PAGE_SIZE), total },
  };
};
