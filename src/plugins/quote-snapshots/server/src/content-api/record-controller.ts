import { factories } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { latestQuotes } from './latest-quotes';
import { sincePublication } from './since/since-publication';
import { SNAPSHOT_UID } from '../plugin-names';

/** `instruments` may be given once. If it is given twice, the query parser makes a list of it. */
const latestQuery = z.strictObject({
  instruments: z.string().max(2_000).optional(),
  locale: z.string().min(1).max(50).optional(),
});

const sinceQuery = z.strictObject({
  documentId: z.string().min(1).max(100),
  locale: z.string().min(1).max(50).optional(),
});

export default factories.createCoreController(SNAPSHOT_UID, ({ strapi }) => ({
  /** `GET /api/quote-snapshots/latest?instruments=XNAS:AAPL,XNYS:ORCL&locale=de` */
  async latest(ctx) {
    const query = latestQuery.safeParse(ctx.query);
    if (!query.success) {
      throw new errors.ValidationError(
        `Only "instruments", as XNAS:AAPL,XNYS:ORCL, and "locale" may be given, each once. ${z.prettifyError(query.error)}`,
      );
    }
    ctx.body = await latestQuotes(strapi, { list: query.data.instruments, locale: query.data.locale });
  },

  /** `GET /api/quote-snapshots/since?documentId=abc&locale=en` */
  async since(ctx) {
    const query = sinceQuery.safeParse(ctx.query);
    if (!query.success) {
      throw new errors.ValidationError(
        `Give "documentId" once, and "locale" if the document has locales. ${z.prettifyError(query.error)}`,
      );
    }
    ctx.body = await sincePublication(strapi, query.data);
    // Live quotes do not depend on the database alone.
    ctx.set('Cache-Control', 'no-store');
  },
}));
