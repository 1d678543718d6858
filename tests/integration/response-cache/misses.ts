import { publishArticle } from '../../support/articles';
import { publishOwn } from '../../support/cache-writers/article';
import { createEntries } from '../../../src/plugins/response-cache/server/src/entries/entries';
import type { Suite } from '../../support/describe-newsroom';
import { memoryInUse } from '../../support/memory-in-use';
import { raw } from '../../support/raw-answer';
import { addressOf, ask, cacheOf } from '../../support/response-cache';

const AT_ONCE = 30;
/** Answers that are different, and more of them than their memory takes. */
const ADDRESSES = 2_000;
const CLIENTS = 10;
const MOST_BYTES = 8 * 1024 * 1024;

/** Lets other work go on until something is so. */
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};

export const misses: Suite = (newsroom) => {
  let address: string;
  let path: string;
  beforeAll(async () => {
    address = await addressOf(newsroom());
    path = `/api/articles/${await publishArticle(newsroom(), ['(NASDAQ: MSFT)'])}`;
  });

  it('are filled once for all who wait', async () => {
    const cache = cacheOf(newsroom().strapi);
    const { fills, waited } = { ...cache.counters };
    const { strapi, database } = newsroom();
    // A slow database: nobody reads articles until all wait.
    const answers = await strapi.db.transaction(async ({ trx }) => {
      if (database === 'postgres') await trx.raw('lock table articles in access exclusive mode');
      else await trx.raw('select 1');
      const asked = Array.from({ length: AT_ONCE }, () => ask(address, `${path}?fields=title`));
      await until(() => cache.counters.waited - waited === AT_ONCE - 1);
      return { asked };
    });
    const bodies = (await Promise.all(answers.asked)).map(({ body }) => body);
    expect(new Set(bodies).size).toBe(1);
    expect(cache.counters.fills - fills).toBe(1);
  });

  it('are filled by one of those who wait, where the first hangs up', async () => {
    const { counters } = cacheOf(newsroom().strapi);
    const { misses: before, waited } = { ...counters };
    const { strapi, database } = newsroom();
    const of = `${path}?fields=summary`;
    const hangUp = new AbortController();
    const answers = await strapi.db.transaction(async ({ trx }) => {
      if (database === 'postgres') await trx.raw('lock table articles in access exclusive mode');
      else await trx.raw('select 1');
      const first = ask(address, of, { signal: hangUp.signal }).catch(() => undefined);
      await until(() => counters.misses - before === 1);
      const asked = Array.from({ length: AT_ONCE }, () => ask(address, of));
      await until(() => counters.waited - waited === AT_ONCE);
      hangUp.abort();
      await first;
      await until(() => counters.misses - before > 1);
      // The others have been told by now, too.
      for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      expect(counters.misses - before).toBe(2);
      return { asked };
    });
    const seen = (await Promise.all(answers.asked)).map(({ cache }) => cache);
    expect([seen.filter((one) => one === 'miss'), new Set(seen)]).toEqual([
      ['miss'],
      new Set(['miss', 'hit']),
    ]);
  });

  it('whose answers are too large are made by Strapi, and nobody waits for them', async () => {
    const cache = cacheOf(newsroom().strapi);
    const of = `${path}?fields=slug`;
    const given = cache.entries;
    // A sixteenth of it is less than any answer takes.
    cache.entries = createEntries(16_000) as never;
    try {
      const { fills, waited } = { ...cache.counters };
      for (let turn = 0; turn < 2; turn += 1) {
        const answer = await ask(address, of);
        expect([answer.status, answer.cache]).toEqual([200, 'bypass; too-large']);
      }
      const together = await Promise.all(Array.from({ length: 5 }, () => ask(address, of)));
      expect(together.map((answer) => answer.cache)).toEqual(Array(5).fill('bypass; too-large'));
      expect(cache.counters).toMatchObject({ fills, waited });
    } finally {
      cache.entries = given;
    }
  });

  it('whose compressed form would be too large keep the plain one', async () => {
    const cache = cacheOf(newsroom().strapi);
    const of = '/api/articles?pagination[pageSize]=100&fields=title';
    const given = cache.entries;
    const asked = async (headers: Record<string, string> = {}) => (await raw(address, of, headers)).headers;
    try {
      const large = createEntries(MOST_BYTES);
      cache.entries = large as never;
      await asked();
      // Room for the plain form, and for no other.
      const own = createEntries(16 * (large.calculatedSize + 100));
      cache.entries = own as never;
      await asked();
      for (let turn = 0; turn < 20; turn += 1) {
        const answer = await asked({ 'accept-encoding': 'br' });
        expect([answer['x-cache'], answer['content-encoding']]).toEqual(['hit', undefined]);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(own.size).toBe(1);
    } finally {
      cache.entries = given;
    }
  });

  it('are stored again once they may be, though every reader names the version that it has', async () => {
    const of = '/api/openapi.json?asked=for-its-version';
    const etag = String((await raw(address, '/api/openapi.json', { cookie: 'a=b' })).headers.etag);
    const again = async (): Promise<number> => (await raw(address, of, { 'if-none-match': etag })).status;
    const { unfit } = cacheOf(newsroom().strapi);
    const isUnfit = (): boolean => [...unfit.keys()].some((key) => key.includes(of));
    expect([await again(), isUnfit()]).toEqual([304, true]);
    // The second answer is its handler's 304, which says nothing of whether the whole may be stored.
    expect([await again(), isUnfit()]).toEqual([304, false]);
  });

  it('are nobody else’s where they fail', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ask(address, '/api/articles/nothing-here-yet')),
    );
    expect(answers.every(({ status, cache }) => status === 404 && cache === 'bypass; status')).toBe(true);
  });

  it('are Strapi’s where the database does not say whether anything was written', async () => {
    const cache = cacheOf(newsroom().strapi);
    await ask(address, path);
    expect((await ask(address, path)).cache).toBe('hit');
    const asked = cache.freshness.ask;
    cache.freshness.ask = () => {
      throw new Error('no answer');
    };
    try {
      const answer = await ask(address, path);
      expect([answer.status, answer.cache]).toEqual([200, 'bypass; database-silent']);
    } finally {
      cache.freshness.ask = asked;
    }
    expect((await ask(address, path)).cache).toBe('hit');
  });

  it('of thousands of addresses take no more memory than is counted, and than was given', async () => {
    // It depends on no database.
    if (newsroom().database !== 'sqlite') return;
    await publishOwn(newsroom().strapi, 'large', { summary: 'A long text. '.repeat(250) });
    const cache = cacheOf(newsroom().strapi);
    const given = cache.entries;
    const own = createEntries(MOST_BYTES);
    cache.entries = own as never;
    try {
      const headers = { 'apollo-require-preflight': 'true' };
      const asked = async (from: number): Promise<void> => {
        // Each has another body, and most of an answer is its body.
        for (let at = from; at <= ADDRESSES; at += CLIENTS)
          await ask(address, `/graphql?query={a${at}:articles(filters:{slug:{eq:"large"}}){summary}}`, {
            headers,
          });
      };
      await Promise.all(Array.from({ length: CLIENTS }, (_, client) => asked(client + 1)));
      const counted = own.calculatedSize;
      const full = await memoryInUse();
      expect(counted).toBeLessThanOrEqual(MOST_BYTES);
      expect(own.size).toBeGreaterThan(ADDRESSES / 4);
      expect(own.size).toBeLessThan(ADDRESSES);
      own.clear();
      expect(full - (await memoryInUse())).toBeLessThanOrEqual(counted);
    } finally {
      cache.entries = given;
    }
  }, 240_000);
};
