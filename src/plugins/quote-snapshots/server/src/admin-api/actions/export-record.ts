import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { everyRow } from '../../store/reports/search-record';
import type { AdminContext } from '../admin-context';
import { permittedRows } from '../record/permitted-rows';
import { restrictToReadable } from '../record/restrict-to-readable';
import { csvHeader, csvLines } from '../record/record-csv';
import { exportQuery, recordFilters } from '../record/record-query';
import { parseRequest } from '../request-bodies';

const ROWS_AT_ONCE = 500;

/** `GET /record.csv`: everything that the page of the record would show for the same filters, as CSV. It is sent while it is read. */
export const exportRecord = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const ability = ctx.state.userAbility;
  const { language, ...query } = parseRequest(exportQuery, ctx.query);
  const where = await restrictToReadable(strapi, ability, recordFilters(query));
  const lines = async function* () {
    yield csvHeader();
    for await (const rows of everyRow(strapi, { where, order: query.order, pageSize: ROWS_AT_ONCE }))
      yield csvLines(await permittedRows(strapi, ability, rows), language);
  };
  ctx.set('Cache-Control', 'no-store');
  ctx.attachment('quotes.csv');
  ctx.type = 'text/csv; charset=utf-8';
  ctx.body = Readable.from(lines());
};
