import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cache } from '../cache';
import type { Entry } from '../entries/entry';
import { askTogether } from '../freshness/ask-together';
import { findEndingTable } from '../freshness/ledger';
import type { Endpoint } from '../keys/request-key';
import type { Handler } from '../strapi/answer-before-koa';
import { answerByStrapi } from './fill';
import { hasErrors } from './has-errors';
import { describeDifference } from './describe-difference';
import { isComparable } from './is-comparable';

/**
 * Whether Strapi would answer with the whole body. It does not for HEAD, nor if a handler looks at the version that the client has.
 */
export const mayCompare = ({ method, headers }: IncomingMessage): boolean =>
  method !== 'HEAD' && headers['if-none-match'] === undefined && headers['if-modified-since'] === undefined;

/**
 * Shadow mode: lets Strapi answer a hit and compares the two answers. They may differ only if something was written in between. Any
 * other difference breaks the promise of the cache, so it switches the cache off on this node and logs this. The client gets
 * Strapi's answer. An answer that does not depend on the database, such as a refusal by the rate limit, is not compared.
 */
export const compareWithStrapi = (
  cache: Cache,
  endpoint: Endpoint,
  entry: Entry,
  req: IncomingMessage,
  res: ServerResponse,
  stock: Handler,
): void => {
  const { shadow } = cache.counters;
  // The current values, because while Strapi answers, another request may have the entry checked again and given a new generation.
  const { generation, tables, validUntil, body: cached } = entry;
  cache.counters.hits += 1;
  answerByStrapi(cache, endpoint, req, res, stock, undefined, ({ body, recording }) => {
    // Otherwise any client that reaches a limit would switch the cache off.
    const failed = endpoint === 'graphql' && hasErrors(body);
    if (!isComparable(res.statusCode, recording.tables.size, failed)) return false;
    shadow.compared += 1;
    if (res.statusCode === 200 && body.equals(cached)) {
      shadow.same += 1;
      return false;
    }
    void Promise.resolve(askTogether(cache.questions)).then((known) => {
      if (
        !known ||
        findEndingTable(cache.ledger, { generation, tables }) !== undefined ||
        validUntil <= Date.now()
      ) {
        shadow.changed += 1;
        return;
      }
      shadow.different += 1;
      cache.off = { by: 'shadow', text: 'a cached answer differed from the database’s' };
      cache.entries.clear();
      const what = res.statusCode === 200 ? describeDifference(cached, body) : `status ${res.statusCode}`;
      const path = req.url?.split('?')[0] ?? '';
      cache.strapi.log.error(
        `response-cache: shadow mode found a difference, and the cache is off on this node until somebody switches it on in the settings. ${req.method} ${path}, read from ${tables.join(', ')}, ${what}`,
      );
    });
    return false;
  });
};
