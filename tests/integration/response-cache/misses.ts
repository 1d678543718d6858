import { publishArticle } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { addressOf, ask, cacheOf } from '../../support/response-cache';

const AT_ONCE = 30;

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

  it('of a million addresses take no more memory than was given', async () => {
    const cache = cacheOf(newsroom().strapi);
    const most = (cache.entries as unknown as { maxSize: number }).maxSize;
    for (let turn = 0; turn < 200; turn += 1)
      await ask(address, `${path}?locale=en&populate[companies][start]=${turn}`);
    const per = cache.entries.calculatedSize / cache.entries.size;
    // The real thing, without a million answers by Strapi: entries as large as these.
    const [sample] = cache.entries.dump();
    for (let turn = 0; turn < 100_000; turn += 1) {
      cache.entries.set(`made-up-${turn}`, sample?.[1].value as never);
    }
    expect(per).toBeGreaterThan(0);
    expect(cache.entries.calculatedSize).toBeLessThanOrEqual(most);
    cache.entries.clear();
  });
};
