import { ARTICLE, body, later, publishArticle, readSnapshots, settled, title } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { faultsOfNinjs } from '../../support/standards/ninjs';

interface Item {
  uri: string;
  version: string;
  pubStatus: string;
  title?: string;
  language: string;
  altIds: { role: string; value: string }[];
  bodies?: { value: string }[];
  organisations?: unknown[];
}

/** Of the vocabulary that the schema names for it. */
const SYMBOL_TYPE = 'http://cv.iptc.org/newscodes/financialinstrumentsymboltype/ticker';

/** News items for partners, one by one and as a list that is polled. */
export const ninjs: Suite = (newsroom) => {
  const get = (address: string) => newsroom().http().get(address);
  const idOf = ({ altIds, language }: Item): string => `${altIds[0]?.value}|${language}`;

  const poll = async (since: string): Promise<{ data: Item[]; cursor: string; more: boolean }> => {
    const answer = await get('/api/ninjs').query({ since }).expect(200);
    const { data, meta } = answer.body;
    for (const item of data) expect(faultsOfNinjs(item)).toEqual([]);
    return { data, ...meta };
  };
  /** Everything since a cursor, in as many answers as it takes. */
  const drain = async (since: string): Promise<{ items: Item[]; cursor: string }> => {
    const items: Item[] = [];
    let cursor = since;
    for (let more = true; more; ) {
      const answer = await poll(cursor);
      items.push(...answer.data);
      ({ cursor, more } = answer);
    }
    return { items, cursor };
  };
  const now = async (): Promise<string> => (await drain('2999-01-01T00:00:00Z')).cursor;
  const articles = () => newsroom().strapi.documents(ARTICLE);

  it('gives an article with its text, its listings and its photo’s place', async () => {
    const { strapi } = newsroom();
    const company = await strapi
      .documents('api::company.company')
      .create({ data: { name: 'Wire Corp', slug: 'wire-corp' } });
    await strapi
      .documents('api::ticker.ticker')
      .create({ data: { symbol: 'WIRE', mic: 'XNAS', company: company.documentId } });
    const documentId = await publishArticle(newsroom(), ['<script>1 & 2</script> (NASDAQ: WIRE)'], {
      title: '<i>Wired</i> & more',
      summary: 'In short',
    });
    const { body: item } = await get(`/api/articles/${documentId}/ninjs`).expect(200);
    expect(faultsOfNinjs(item)).toEqual([]);
    expect(item).toMatchObject({
      title: '<i>Wired</i> & more',
      pubStatus: 'usable',
      headlines: [{ value: '<i>Wired</i> & more' }],
      bodies: [{ value: '<p>&lt;script&gt;1 &amp; 2&lt;/script&gt; (NASDAQ: WIRE)</p>' }],
      organisations: [
        { name: 'Wire Corp', symbols: [{ exchange: 'XNAS', symbolType: SYMBOL_TYPE, symbol: 'WIRE' }] },
      ],
    });
  });

  it('is valid for a title alone and for a body of a megabyte; a draft has none', async () => {
    const bare = await articles().create({ data: { title: title() }, status: 'published' });
    const { body: item } = await get(`/api/articles/${bare.documentId}/ninjs`).expect(200);
    expect(faultsOfNinjs(item)).toEqual([]);
    expect(item).not.toHaveProperty('bodies');
    const long = await publishArticle(newsroom(), ['word '.repeat(200_000)]);
    const answer = await get(`/api/articles/${long}/ninjs`).expect(200);
    expect(faultsOfNinjs(answer.body)).toEqual([]);
    const draft = await articles().create({ data: { title: title() } });
    await get(`/api/articles/${draft.documentId}/ninjs`).expect(404);
  });

  it('lists what was published, changed, unpublished and deleted, each once, by every road', async () => {
    const since = await now();
    const kept = await publishArticle(newsroom(), ['Kept']);
    const withdrawn = await publishArticle(newsroom(), ['Withdrawn']);
    const deleted = await publishArticle(newsroom(), ['Deleted']);
    await articles().update({
      documentId: kept,
      locale: 'es',
      data: { title: 'Quedó', body: body('Texto') },
      status: 'published',
    });
    await articles().update({ documentId: kept, data: { title: 'Only a draft so far' } });
    await articles().unpublish({ documentId: withdrawn, locale: 'en' });
    await articles().delete({ documentId: deleted, locale: '*' });
    const first = await drain(since);
    const states = Object.fromEntries(first.items.map((item) => [idOf(item), item.pubStatus]));
    expect(states).toEqual({
      [`${kept}|en`]: 'usable',
      [`${kept}|es`]: 'usable',
      [`${withdrawn}|en`]: 'canceled',
      [`${deleted}|en`]: 'canceled',
    });
    expect(first.items).toHaveLength(4);
    expect(JSON.stringify(first.items)).not.toContain('Only a draft so far');
    expect(first.items.find(({ pubStatus }) => pubStatus === 'canceled')).not.toHaveProperty('title');
    const { body: gone } = await get(`/api/articles/${deleted}/ninjs`).expect(200);
    expect(gone.pubStatus).toBe('canceled');

    expect((await poll(first.cursor)).data).toEqual([]);
    await articles().publish({ documentId: kept, locale: 'en' });
    const second = await drain(first.cursor);
    expect(second.items.map(({ title: said }) => said)).toEqual(['Only a draft so far']);
    expect(Number(second.items[0]?.version)).toBeGreaterThan(Number(first.items[0]?.version));
    // Past the document service.
    const { connection } = newsroom().strapi.db;
    await connection('articles')
      .where({ document_id: kept, locale: 'es' })
      .whereNotNull('published_at')
      .delete();
    const third = await drain(second.cursor);
    expect(third.items.map((item) => [idOf(item), item.pubStatus])).toEqual([[`${kept}|es`, 'canceled']]);
  });

  it('tells nothing of a publication that is not committed, and tells it once when it is', async () => {
    const { strapi } = newsroom();
    const since = await now();
    const documentId = (await articles().create({ data: { title: title() } })).documentId;
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    if (newsroom().database === 'sqlite') {
      // One writer, and one connection: what is told comes before or after the whole of it.
      await strapi.db.transaction(async () => await articles().publish({ documentId }));
      open();
    } else {
      let end: () => void = () => undefined;
      const ended = new Promise<void>((resolve) => (end = resolve));
      const slow = strapi.db.transaction(async () => {
        await articles().publish({ documentId });
        open();
        await ended;
      });
      await opened;
      // Commits first, and began later: told now, it would hide the slow one from whoever goes on behind it.
      const quick = await publishArticle(newsroom(), ['Quick']);
      const meanwhile = await drain(since);
      expect(meanwhile.items.map(idOf)).toEqual([]);
      end();
      await slow;
      const after = await drain(meanwhile.cursor);
      expect(after.items.map(idOf).sort()).toEqual([`${documentId}|en`, `${quick}|en`].sort());
      return;
    }
    expect((await drain(since)).items.map(idOf)).toEqual([`${documentId}|en`]);
  });

  it('leaves nothing out and tells nothing twice while others publish', async () => {
    let cursor = await now();
    const told: string[] = [];
    const published: string[] = [];
    const publish = async () => {
      for (let n = 0; n < 8; n += 1) published.push(await publishArticle(newsroom(), ['Stormy']));
    };
    let isOver = false;
    const writers = Promise.all([publish(), publish(), publish()]).finally(() => (isOver = true));
    while (!isOver) {
      const answer = await drain(cursor);
      told.push(...answer.items.map(idOf));
      cursor = answer.cursor;
    }
    await writers;
    told.push(...(await drain(cursor)).items.map(idOf));
    expect(told.sort()).toEqual(published.map((id) => `${id}|en`).sort());
  });

  it('tells an article again when its quotes are captured late, and when one is voided', async () => {
    const { provider, clock, strapi } = newsroom();
    // No quote is known any more from the tests before.
    clock.advance(60_000);
    provider.fail('status-500');
    const documentId = await publishArticle(newsroom(), ['Microsoft (NASDAQ: MSFT) rose.']);
    await settled(newsroom());
    const published = await drain(await now());
    provider.fail(undefined);
    await later(newsroom(), 45 * 60_000);
    await settled(newsroom());
    const captured = await drain(published.cursor);
    expect(captured.items.map(idOf)).toEqual([`${documentId}|en`]);
    const { headers } = await get(`/api/articles/${documentId}/json-ld`).expect(200);
    expect(headers['last-modified']).toBeDefined();

    const [snapshot] = await readSnapshots(newsroom(), documentId);
    await strapi
      .plugin('quote-snapshots')
      .service('capture')
      .void(snapshot?.documentId, 'Wrong share class.');
    await settled(newsroom());
    const voided = await drain(captured.cursor);
    expect(voided.items.map(idOf)).toEqual([`${documentId}|en`]);
    expect(Number(voided.items[0]?.version)).toBeGreaterThan(Number(captured.items[0]?.version));
    expect((await drain(voided.cursor)).items).toEqual([]);
  });

  it('has pages, and takes a time', async () => {
    const since = await now();
    const [first, ...others] = await Promise.all(
      Array.from({ length: 60 }, () => publishArticle(newsroom(), ['Paged'])),
    );
    const page = await poll(since);
    expect(page.data).toHaveLength(50);
    expect(page.more).toBe(true);
    const rest = await poll(page.cursor);
    expect([...page.data, ...rest.data].map(idOf).sort()).toEqual(
      [first, ...others].map((id) => `${id}|en`).sort(),
    );
    expect(rest.more).toBe(false);
    const all = await poll('2000-01-01T00:00:00+02:00');
    expect(all.data).toHaveLength(50);
    // Of the future: nothing, and a place to go on from.
    const future = await poll('2999-01-01T00:00:00Z');
    expect(future).toMatchObject({ data: [], more: false });
    const next = await publishArticle(newsroom(), ['After']);
    expect((await drain(future.cursor)).items.map(idOf)).toEqual([`${next}|en`]);
  }, 120_000);

  it.each(['yesterday', '2026-11-28', '2026-11-28T10:00:00', 'MTIz', '', '2026-13-01T00:00:00Z'])(
    'refuses since=%s, and names it',
    async (since) => {
      const { body: answer } = await get('/api/ninjs').query({ since }).expect(400);
      expect(answer.error.message).toContain(`since is "${since}"`);
    },
  );

  it('refuses a cursor of another database', async () => {
    const since = Buffer.from('9007199254740990.1').toString('base64url');
    const { body: answer } = await get('/api/ninjs').query({ since }).expect(400);
    expect(answer.error.message).toContain('a cursor of another database');
  });
};
