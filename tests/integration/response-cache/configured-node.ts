import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { authorizeToken } from '../../support/api-token';
import { addAppCode } from '../../support/app-code';
import { publishArticle } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import type { Node } from '../../support/node';
import { ask, startSecondNode } from '../../support/response-cache';
import { appCode } from './app-code';

const PER_MINUTE = 30;

/** What a hit must not lose, on a node that limits readers, logs requests and has a CDN in front. */
export const configuredNode: Suite = (newsroom) => {
  let node: Node;
  let address: string;
  let documentId: string;
  let path: string;
  let folder: string;
  let headers: { authorization: string };

  beforeAll(async () => {
    documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    path = `/api/articles/${documentId}?populate=quoteSnapshots`;
    headers = { authorization: await authorizeToken(newsroom().strapi, 'full-access') };
    const { strapi, distDir } = newsroom();
    await strapi.db.query('api::company.company').create({
      data: { name: 'Made up', slug: 'made-up', locale: 'en', publishedAt: new Date() },
    });
    folder = join(process.cwd(), '.tmp', `app-code-${process.pid}`);
    ({ node, address } = await startSecondNode({
      DIST_DIR: await addAppCode(distDir, folder),
      RATE_LIMIT_PUBLIC: String(PER_MINUTE),
      LOG_LEVEL: 'http',
      RESPONSE_CACHE_CDN_MAX_AGE: '10',
      RESPONSE_CACHE_CDN_STALE: '60',
      RESPONSE_CACHE_CDN_TAGS: 'Surrogate-Key',
    }));
  });
  afterAll(async () => {
    await node?.do('stop');
    await rm(folder, { recursive: true, force: true });
  });

  it('tells a CDN for how long, and of what, but nothing of what a token is shown', async () => {
    await ask(address, path);
    const hit = await ask(address, path);
    expect(hit.cache).toBe('hit');
    expect(hit.headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=10, stale-while-revalidate=60',
    );
    const tags = hit.headers.get('surrogate-key')?.split(' ');
    expect(tags).toEqual(
      expect.arrayContaining(['api-article-article', 'plugin-quote-snapshots-quote-snapshot', documentId]),
    );
    expect(tags).toEqual([...new Set(tags)]);
    await ask(address, path, { headers });
    const private_ = await ask(address, path, { headers });
    expect(private_.cache).toBe('hit');
    expect(private_.headers.get('cache-control')).toBe('private, no-cache');
    expect(private_.headers.has('surrogate-key')).toBe(false);
  });

  it('takes no text of an article for the tag of a document, whatever a query calls it', async () => {
    // A tag with these once ended the process: no header may have them.
    await newsroom().strapi.db.connection.raw(
      `update articles set title = '“Quoted” for 5 €' where document_id = '${documentId}'`,
    );
    const query = encodeURIComponent('{ articles { documentId: title } companies { documentId name } }');
    const given = { headers: { 'x-own': 'true' } };
    for (const how of ['miss', 'hit']) {
      const answer = await ask(address, `/graphql?query=${query}`, given);
      expect([answer.status, answer.cache]).toEqual([200, how]);
      expect(answer.body).toContain('“Quoted” for 5 €');
      expect(answer.headers.get('surrogate-key')).toMatch(/^[A-Za-z0-9_ -]+$/);
    }
  });

  it('stores nothing that its handler says is private, but for the token that it is for', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await ask(address, '/api/made-up/private');
      expect([answer.status, answer.cache]).toEqual([200, 'bypass; private']);
    }
    for (const how of ['miss', 'hit'])
      expect((await ask(address, '/api/made-up/private', { headers })).cache).toBe(how);
  });

  it('logs each request once, and answers with its status', async () => {
    const own = `${path}&fields=slug`;
    const lines = (): string[] =>
      node
        .output()
        .split('\n')
        .filter((line) => line.includes(`GET ${own} `));
    const asked: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) asked.push((await ask(address, own, { headers })).cache);
    expect(asked).toEqual(['miss', 'hit', 'hit']);
    while (lines().length < asked.length) await new Promise((resolve) => setImmediate(resolve));
    expect(lines()).toHaveLength(asked.length);
    for (const line of lines()) expect(line).toMatch(/ms\) .*200/);
  });

  it('counts hits against the rate limit, and refuses as Strapi does', async () => {
    const statuses: number[] = [];
    // Others may have asked in this minute before.
    for (let turn = 0; turn <= PER_MINUTE; turn += 1) statuses.push((await ask(address, path)).status);
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(429);
    const refused = await ask(address, path);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(JSON.parse(refused.body)).toMatchObject({ error: { status: 429 } });
    // A valid token is not counted, as before.
    expect((await ask(address, path, { headers })).status).toBe(200);
  });

  it('tells listeners what a CDN has to drop, whoever wrote it', async () => {
    await newsroom().strapi.db.connection.raw(
      `update articles set title = 'purged' where document_id = '${documentId}'`,
    );
    const purged = async (): Promise<boolean> =>
      (await node.do('events')).some(
        (sent) =>
          sent.event === 'response-cache.purge' &&
          (sent as unknown as { tags: string[] }).tags.includes('api-article-article'),
      );
    while (!(await purged())) await new Promise((resolve) => setImmediate(resolve));
  });

  // Behind the limit, which counts what a handler asks its own server for.
  describe('code of the app’s own', () => appCode(() => ({ node, address, headers })));
};
