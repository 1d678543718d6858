import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cache } from '../cache';
import type { Entry } from '../entries/entry';
import { askTogether } from '../freshness/ask-together';
import { findEndingTable } from '../freshness/ledger';
import type { Endpoint } from '../keys/request-key';
import type { Handler } from '../strapi/answer-before-koa';
import { answerByStrapi } from './fill';
import { hasErrors } from './has-errors';
import { isComparable } from './is-comparable';

/** The place where two texts differ, with enough of the surrounding text to see the difference. */
const difference = (cached: string, fresh: string): string => {
  let at = 0;
  while (at < cached.length && cached[at] === fresh[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 40), at + 80);
  return `at ${at}: cached …${around(cached)}…, fresh …${around(fresh)}…`;
};

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
      const what = `${res.statusCode === 200 ? difference(cached.toString('utf8'), body.toString('utf8')) : `status ${res.statusCode}`}`;
      cache.strapi.log.error(
        `response-cache: shadow mode found a difference, and the cache is off on this node until somebody switches it on in the settings. ${req.method} ${req.url}, read from ${tables.join(', ')}, ${what}`,
      );
    });
    return false;
  });
};
