import { z } from 'zod';
import { SNAPSHOT_UID } from '../plugin-names';
import { latestAnswer, recordAnswer, recordListAnswer, sinceAnswer } from './answer-schemas';

/** The description of a route for the app's OpenAPI document. The handlers validate their parameters themselves. */
interface Description {
  request?: { params?: Record<string, z.ZodType>; query?: Record<string, z.ZodType> };
  response: z.ZodType;
}

/** @param config of the route; without a scope, Strapi requires the permission of the handler */
const get = (path: string, handler: string, description: Description, config = {}) => ({
  method: 'GET',
  path,
  handler: `quote-snapshot.${handler}`,
  config,
  ...description,
});

/** A caller who may read the record and live quotes may compare them, so these routes have no permission of their own. */
const RECORD_AND_LIVE = { auth: { scope: [`${SNAPSHOT_UID}.find`, `${SNAPSHOT_UID}.latest`] } };

const optional = (description: string) => z.string().optional().describe(description);

/** The content API, read-only. It has `find` because Strapi populates a relation only for roles that may `find` its target. */
export default {
  type: 'content-api',
  // `latest` and `since` come first. After `/:id` they would be read as documentIds.
  routes: [
    get('/latest', 'latest', {
      request: {
        query: {
          instruments: optional('XNAS:AAPL,XNYS:ORCL, at most 50; the featured tickers where absent.'),
          locale: optional('The language of reasons; the default locale where it is absent.'),
        },
      },
      response: latestAnswer,
    }),
    get(
      '/since',
      'since',
      {
        request: {
          query: {
            documentId: z.string().describe('Of the document whose quotes are compared.'),
            locale: optional(
              'Of the document, and the language of reasons; the default locale where it is absent.',
            ),
          },
        },
        response: sinceAnswer,
      },
      RECORD_AND_LIVE,
    ),
    get('/', 'find', {
      request: {
        query: {
          filters: z.record(z.string(), z.unknown()).optional().describe('As of any list of Strapi.'),
          sort: optional('A field, with :asc or :desc.'),
          pagination: z.record(z.string(), z.unknown()).optional(),
          locale: optional('The language of reasons.'),
        },
      },
      response: recordListAnswer,
    }),
    get('/:id', 'findOne', {
      request: { params: { id: z.string().describe('The documentId of the snapshot.') } },
      response: recordAnswer,
    }),
  ],
};
