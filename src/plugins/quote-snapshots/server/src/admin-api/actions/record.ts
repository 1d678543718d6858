import type { Core } from '@strapi/strapi';
import type { SnapshotRow } from '../../store/snapshot-row';
import { searchRecord } from '../../store/reports/search-record';
import type { AdminContext } from '../admin-context';
import { presentSnapshot } from '../present/present-snapshot';
import { documentOf, nameDocuments } from '../record/name-documents';
import { permittedRows } from '../record/permitted-rows';
import { restrictToReadable } from '../record/restrict-to-readable';
import { recordFilters, recordQuery } from '../record/record-query';
import { parseRequest } from '../request-bodies';

const PAGE_SIZE = 25;

/** `GET /record`: the snapshots of all documents that the role may read, in pages, each with its document. */
export const record = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const ability = ctx.state.userAbility;
  const query = parseRequest(recordQuery, ctx.query);
  const where = await restrictToReadable(strapi, ability, recordFilters(query));
  // One more than is shown is read, to know whether there is a next page.
  const found = await searchRecord(strapi, {
    where,
    order: query.order,
    offset: (query.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE + 1,
  });
  const rows = found.slice(0, PAGE_SIZE);
  const named = await nameDocuments(strapi, ability, rows);
  const permitted = await permittedRows(strapi, ability, rows);
  ctx.body = {
    data: permitted.map((row, index) => ({
      // Fields that the role may not read are null here, and the page shows them as empty.
      ...presentSnapshot(row as SnapshotRow),
      document: documentOf(named, rows[index]),
    })),
    meta: { page: query.page, hasMore: found.length > PAGE_SIZE },
  };
};
