import { authorizeToken } from '../../support/api-token';
import { ARTICLE, publishArticle, settled } from '../../support/articles';
import { publishOwn, slugPath } from '../../support/cache-writers/article';
import type { Suite } from '../../support/describe-newsroom';
import { addressOf, ask, cacheOf } from '../../support/response-cache';

const SLUG = 'read-again';
const POPULATE = ['companies', 'tickers', 'cover', 'quoteSnapshots']
  .map((name, index) => `&populate[${index}]=${name}`)
  .join('');
const AT_ONCE = 30;

/** Answers whose tables were written to are checked by their rows: they end only where these have changed. */
export const replays: Suite = (newsroom) => {
  let address: string;
  let documentId: string;
  const path = slugPath(SLUG, POPULATE);
  const knex = () => newsroom().strapi.db.connection;
  const cache = () => cacheOf(newsroom().strapi);
  const counted = () => ({ ...cache().counters.replays, fills: cache().counters.fills });

  /** Publishes another article, of the same companies, with quotes of its own. */
  const publishAnother = (): Promise<string> => publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
  /** Writes to the articles' table, and to no other. */
  const writeToAnother = (): Promise<unknown> =>
    knex()('articles').where({ slug: 'another' }).update({ kind: 'news' });
  const asked = async (of = path, headers: Record<string, string> = {}): Promise<string> =>
    (await ask(address, of, { headers })).cache;
  /** Asks for what nobody has asked for, and again after a write: from then on its answer is checked. */
  const askedAnew = async (of: string, headers: Record<string, string> = {}): Promise<void> => {
    expect(await asked(of, headers)).toBe('miss');
    await writeToAnother();
    expect(await asked(of, headers)).toBe('miss');
  };

  /** Whether an answer ends with a write, which then shows in the next. */
  const expectEnd = async (shown: string, write: () => Promise<unknown>): Promise<void> => {
    const before = counted();
    expect((await ask(address, path)).body).not.toContain(shown);
    await write();
    const answer = await ask(address, path);
    expect([answer.status, answer.cache]).toEqual([200, 'miss']);
    expect(answer.body).toContain(shown);
    expect(counted().changed).toBeGreaterThan(before.changed);
    expect((await ask(address, path)).body).toBe(answer.body);
  };

  beforeAll(async () => {
    const { strapi } = newsroom();
    address = await addressOf(newsroom());
    const company = await strapi
      .documents('api::company.company')
      .create({ data: { name: 'Company 0', slug: 'read-again' } as never });
    const ticker = await strapi
      .documents('api::ticker.ticker')
      .create({ data: { symbol: 'AGAIN0', mic: 'XNAS' } as never });
    const file = await strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'read again',
        alternativeText: 'Cover 0',
        hash: 'read-again',
        mime: 'image/png',
        size: 1,
        url: '/uploads/read-again.png',
        provider: 'local',
        documentId: 'readagain',
      },
    });
    documentId = await publishOwn(strapi, SLUG, {
      companies: [company.documentId],
      tickers: [ticker.documentId],
      cover: file.id,
    });
    await publishOwn(strapi, 'another');
    await knex()('quote_snapshots').insert({
      document_id: 'readagain',
      instrument: 'XNAS:AGAIN',
      symbol: 'AGAIN',
      price: 100,
      state: 'captured',
      current: true,
      position: 0,
      related_type: ARTICLE,
      related_document_id: documentId,
      related_locale: 'en',
      related_key: `${documentId}:en`,
      current_key: 'readagain',
      // The worker would note it in this row after the first fill.
      announced_at: new Date(),
    });
    // What is captured for its ticker would change the answer between two requests.
    await settled(newsroom());
    await askedAnew(path);
    // The first check connects to PostgreSQL, which may take longer than it waits for rows.
    await writeToAnother();
    await asked();
  });
  beforeEach(async () => {
    await asked();
    expect(await asked()).toBe('hit');
  });

  it('an answer is made anew after the first write to its tables, and checked from then on', async () => {
    const of = `${path}&fields=slug`;
    expect(await asked(of)).toBe('miss');
    const before = counted();
    await writeToAnother();
    const filled = { ...before, fills: before.fills + 1 };
    expect([await asked(of), counted()]).toEqual(['miss', filled]);
    await writeToAnother();
    expect([await asked(of), counted()]).toEqual(['hit', { ...filled, same: before.same + 1 }]);
  });

  it('an answer outlives the publication of another article, without being made anew', async () => {
    const before = counted();
    await publishAnother();
    expect([await asked(), counted()]).toEqual(['hit', { ...before, same: before.same + 1 }]);
    // It holds for as long as nothing else is written to its tables: it is not run again for each request.
    expect(await asked()).toBe('hit');
    expect(counted().changed).toBe(before.changed);
    expect(counted().fills).toBe(before.fills);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    [
      'its company’s',
      '"name":"Company 1"',
      () => knex()('companies').where({ slug: 'read-again' }).update({ name: 'Company 1' }),
    ],
    [
      'its ticker’s',
      '"symbol":"AGAIN1"',
      () => knex()('tickers').where({ symbol: 'AGAIN0' }).update({ symbol: 'AGAIN1' }),
    ],
    [
      'its media’s',
      '"alternativeText":"Cover 1"',
      () => knex()('files').where({ hash: 'read-again' }).update({ alternative_text: 'Cover 1' }),
    ],
    [
      'its quotes’',
      '"price":101',
      () => knex()('quote_snapshots').where({ document_id: 'readagain' }).update({ price: 101 }),
    ],
  ])('an answer ends with %s change', (_whose, shown, write) => expectEnd(shown, write));

  it('an answer of GraphQL, too', async () => {
    const query = `{ articles(filters: { slug: { eq: "${SLUG}" } }) { title companies { name } quoteSnapshots { price } } }`;
    const askedFor = async (): Promise<string> => (await ask(address, '/graphql', { query })).cache;
    await askedFor();
    await writeToAnother();
    expect(await askedFor()).toBe('miss');
    await publishAnother();
    expect(await askedFor()).toBe('hit');
    await knex()('companies').where({ slug: 'read-again' }).update({ name: 'Company 2' });
    expect(await askedFor()).toBe('miss');
  });

  it('an answer to a token outlives another article’s publication, and not the token’s permission', async () => {
    const { strapi } = newsroom();
    const headers = { authorization: await authorizeToken(strapi, 'custom', [`${ARTICLE}.find`]) };
    const of = slugPath(SLUG);
    // Strapi notes the token's first use in a row that is read for each answer.
    await asked(of, headers);
    cache().entries.clear();
    await askedAnew(of, headers);
    await publishAnother();
    expect(await asked(of, headers)).toBe('hit');
    // Another token's permission is in the same tables.
    await authorizeToken(strapi, 'custom', ['api::company.company.find']);
    expect(await asked(of, headers)).toBe('hit');
    const tokens = (await strapi.db
      .query('admin::api-token')
      .findMany({ orderBy: { id: 'desc' }, limit: 2 })) as { id: number }[];
    await strapi.db
      .query('admin::api-token-permission')
      .deleteMany({ where: { token: { id: tokens[1]?.id } } });
    expect((await ask(address, of, { headers })).status).toBe(403);
  });

  it('an answer is checked once for all who wait', async () => {
    const { replayer, counters } = cache();
    const { repeats } = replayer;
    const before = counted();
    const { waited } = counters;
    let checks = 0;
    let release: (() => void) | undefined;
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    replayer.repeats = async (statements) => {
      checks += 1;
      await isReleased;
      return repeats(statements);
    };
    try {
      await writeToAnother();
      const answers = Array.from({ length: AT_ONCE }, () => asked());
      while (counters.waited - waited < AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
      expect(checks).toBe(1);
      release?.();
      expect(new Set(await Promise.all(answers))).toEqual(new Set(['hit']));
    } finally {
      release?.();
      replayer.repeats = repeats;
    }
    expect(counted().fills).toBe(before.fills);
  });

  it('an answer that was read by a time is made anew', async () => {
    const timed = `${path}&filters[publishedAt][$lt]=2100-01-01T00:00:00.000Z`;
    await askedAnew(timed);
    expect(await asked(timed)).toBe('hit');
    const before = counted();
    await writeToAnother();
    expect(await asked(timed)).toBe('miss');
    expect(counted()).toEqual({ ...before, fills: before.fills + 1 });
  });

  it.each(['maxStatements', 'maxRows', 'maxKilobytes'] as const)(
    'an answer that was read from more than %s allows is made anew',
    async (limit) => {
      const { replay } = cache().config;
      const of = `${path}&fields=title&locale=en`;
      const allowed = replay[limit];
      replay[limit] = limit === 'maxKilobytes' ? 0.01 : 1;
      try {
        cache().entries.clear();
        await askedAnew(of);
        const before = counted();
        await writeToAnother();
        expect([await asked(of), counted()]).toEqual(['miss', { ...before, fills: before.fills + 1 }]);
      } finally {
        replay[limit] = allowed;
      }
    },
  );

  it('an answer is made anew where the database does not say what its rows are', async () => {
    const { replayer } = cache();
    const { repeats } = replayer;
    const before = counted();
    replayer.repeats = () => Promise.reject(new Error('no answer'));
    try {
      await writeToAnother();
      expect(await asked()).toBe('miss');
    } finally {
      replayer.repeats = repeats;
    }
    expect(counted()).toEqual({ ...before, failed: before.failed + 1, fills: before.fills + 1 });
    await writeToAnother();
    expect(await asked()).toBe('hit');
  });

  it('a check that waits for a lock leaves no connection behind, and nobody waits after it', async () => {
    const { strapi } = newsroom();
    if (strapi.db.dialect.client !== 'postgres') return;
    const { replayer } = cache();
    const statements = [{ sql: 'select id from articles', values: [], tables: ['articles'], digest: '' }];
    const waiting = async (): Promise<number> => {
      const { rows } = await knex().raw(
        `select count(*)::integer as waiting from pg_stat_activity where application_name = 'strapi response cache' and wait_event_type = 'Lock'`,
      );
      return rows[0].waiting;
    };
    const check = async (): Promise<boolean> => replayer.repeats(statements);
    await knex().transaction(async (trx) => {
      await trx.raw('lock table articles in access exclusive mode');
      const checks = [check(), check()];
      expect(await Promise.allSettled(checks)).toEqual([
        {
          status: 'rejected',
          reason: expect.objectContaining({ message: expect.stringMatching(/time|no answer/) }),
        },
        {
          status: 'rejected',
          reason: expect.objectContaining({ message: expect.stringMatching(/no answer|given up/) }),
        },
      ]);
      while ((await waiting()) > 0) await new Promise((resolve) => setImmediate(resolve));
    });
    expect(await check()).toBe(false);
  });

  it('checks that have to wait for others end in the time of one, too', async () => {
    const { strapi } = newsroom();
    if (strapi.db.dialect.client !== 'postgres') return;
    // A quarter of the time that each may take.
    const slow = [{ sql: 'select pg_sleep(0.06)', values: [], tables: ['articles'], digest: '' }];
    const startedAt = performance.now();
    const checks = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, async () => cache().replayer.repeats(slow)),
    );
    expect(performance.now() - startedAt).toBeLessThan(0.06 * AT_ONCE * 1_000);
    expect(checks[0]).toEqual({ status: 'fulfilled', value: false });
    expect(checks.at(-1)?.status).toBe('rejected');
  });

  const retitle = (title: string): Promise<unknown> =>
    knex()('articles').where({ slug: SLUG }).update({ title });

  it.each<[string, 'before' | 'after', string, (shown: string) => Promise<unknown>]>([
    ['between the check and its end', 'after', 'In between', retitle],
    ['between the question and the check', 'before', 'Just before', retitle],
    [
      'meanwhile to a table that was not looked at',
      'before',
      'Meanwhile',
      (name) => knex()('companies').where({ slug: 'read-again' }).update({ name }),
    ],
  ])('what is written %s ends the answer', async (_what, when, shown, write) => {
    const { replayer } = cache();
    const { repeats } = replayer;
    replayer.repeats = async (statements) => {
      replayer.repeats = repeats;
      if (when === 'before') await write(shown);
      const isSame = await repeats(statements);
      if (when === 'after') await write(shown);
      return isSame;
    };
    try {
      await writeToAnother();
      const answer = await ask(address, path);
      expect([answer.cache, answer.body.includes(shown)]).toEqual(['miss', true]);
    } finally {
      replayer.repeats = repeats;
    }
  });

  // The last, since the worker goes on to write in the quotes of what was published.
  it('an answer ends with its own change', () =>
    expectEnd('"title":"Title 1"', () =>
      newsroom()
        .strapi.documents(ARTICLE)
        .update({ documentId, data: { title: 'Title 1' }, status: 'published' }),
    ));

  it('the settings page is told', async () => {
    const { http, adminToken } = newsroom();
    const asking = http().get('/response-cache/status');
    const answer = await asking.auth(adminToken, { type: 'bearer' }).expect(200);
    expect(answer.body.data.counters.replays).toEqual(cache().counters.replays);
    expect(cache().counters.replays.same).toBeGreaterThan(0);
  });
};
