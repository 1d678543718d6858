import type { Core } from '@strapi/strapi';
import { pluginServices } from '../../services/plugin-services';
import { readablePlace } from '../access/readable-place';
import type { AdminContext } from '../admin-context';
import { presentSnapshot } from '../present/present-snapshot';
import { historyQuery, parseRequest } from '../request-bodies';

const PAGE_SIZE = 25;

/** `GET /documents/:uid/:documentId/history?page=1`: the snapshots that are no longer current, latest first. */
export const earlierSnapshots = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { store } = pluginServices(strapi).capture;
  const { page } = parseRequest(historyQuery, ctx.query);
  const { model, key } = await readablePlace(strapi, ctx);
  const total = await store.countEarlier(model.uid, key);
  const rows = await store.earlier(model.uid, key, { page, pageSize: PAGE_SIZE });
  ctx.body = {
    data: rows.map(presentSnapshot),
    meta: { page, pageCount: Math.ceil(total / PAGE_SIZE), total },
  };
};
