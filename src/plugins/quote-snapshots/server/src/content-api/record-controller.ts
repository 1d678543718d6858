import { factories } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { latestQuotes } from './latest-quotes';
import { SNAPSHOT_UID } from '../plugin-names';

/** `instruments` once: given twice, a query string makes a list of it. */
const latestQuery = z.strictObject({ instruments: z.string().max(2_000).optional() });

export default factories.createCoreController(SNAPSHOT_UID, ({ strapi }) => ({
  /** `GET /api/quote-snapshots/latest?instruments=XNAS:AAPL,XNYS:ORCL` */
  async latest(ctx) {
    const query = latestQuery.safeParse(ctx.query);
    if (!query.success) {
      throw new errors.ValidationError(
        `Only "instruments" may be given, once, as XNAS:AAPL,XNYS:ORCL. ${z.prettifyError(query.error)}`,
      );
    }
    ctx.body = await latestQuotes(strapi, query.data.instruments);
  },
}));
