import type { Core } from '@strapi/strapi';
import { relatedKey } from '../../store/related-key';
import { countSnapshotStates } from '../../store/reports/count-snapshot-states';
import { enabledModel } from '../access/enabled-model';
import { localeOf } from '../access/locale-of';
import { findReadableIds } from '../access/find-readable-documents';
import type { AdminContext } from '../admin-context';
import { parseRequest, summaryBody } from '../request-bodies';

/** `POST /summary`: the number of these documents' snapshots in each state, with one query for a whole list. */
export const countStates = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { model: uid, documentIds, locale: given } = parseRequest(summaryBody, ctx.request.body);
  const model = enabledModel(strapi, uid);
  const locale = await localeOf(strapi, model, given);
  const readable = await findReadableIds(strapi, ctx.state.userAbility, model, { documentIds, locale });
  const byKey = new Map(readable.map((documentId) => [relatedKey(documentId, locale), documentId]));
  const counts = await countSnapshotStates(strapi, uid, [...byKey.keys()]);
  const data: Record<string, Record<string, number>> = {};
  for (const { relatedKey: key, state, count } of counts) {
    const documentId = byKey.get(key);
    if (documentId) data[documentId] = { ...data[documentId], [state]: count };
  }
  ctx.body = { data };
};
