import { ARTICLE, title } from '../../support/articles';
import type { Suite } from '.';

const TICKER = 'api::ticker.ticker';
const COMPANY = 'api::company.company';

export const records: Suite = (newsroom) => {
  /** Creates through the content manager's API, as the admin UI does. */
  const create = (uid: string, data: object) =>
    newsroom()
      .http()
      .post(`/content-manager/collection-types/${uid}`)
      .set('authorization', `Bearer ${newsroom().adminToken}`)
      .send(data);

  it.each([
    [TICKER, { symbol: 'no good!', mic: 'XNAS' }, 'symbol'],
    [TICKER, { symbol: 'OK', mic: 'NOPE' }, 'mic'],
    [TICKER, { symbol: 'OK', mic: 'XNAS', currency: 'GBX' }, 'currency'],
    [TICKER, { symbol: 'OK', mic: 'XNAS', currency: 'DEM' }, 'currency'],
    [TICKER, { symbol: 'OK', mic: 'XNAS', isin: 'US0378331006' }, 'isin'],
    [TICKER, { symbol: 'OK', mic: 'XNAS', figi: 'nope' }, 'figi'],
    [COMPANY, { name: 'Acme', lei: '5493001KJTIIGC8Y1R13' }, 'lei'],
    [COMPANY, { name: 'Acme', country: 'ZZ' }, 'country'],
    [COMPANY, { name: 'Acme', website: 'javascript:alert(1)' }, 'website'],
  ])('refuses %s %j with a 400 that names the field', async (uid, data, field) => {
    const answer = await create(uid, data).expect(400);
    expect(answer.body.error.details.errors[0].path).toEqual([field]);
    expect(answer.body.error.message).toMatch(new RegExp(`^${field} is `));
  });

  it('keeps one spelling of identifiers', async () => {
    const answer = await create(TICKER, {
      symbol: ' brk-b ',
      mic: 'xnys',
      currency: 'usd',
      isin: 'us0846707026',
    }).expect(201);
    expect(answer.body.data).toMatchObject({
      symbol: 'BRK.B',
      mic: 'XNYS',
      currency: 'USD',
      isin: 'US0846707026',
    });
  });

  it('takes a right LEI, country and website', async () => {
    const company = {
      name: 'Acme',
      lei: '5493001KJTIIGC8Y1R12',
      country: 'gb',
      website: 'https://example.com',
    };
    const answer = await create(COMPANY, company).expect(201);
    expect(answer.body.data).toMatchObject({ slug: 'acme', country: 'GB' });
  });

  it('has a listing once, also when two are created at the same time', async () => {
    await create(TICKER, { symbol: 'TWICE', mic: 'XNAS' }).expect(201);
    const second = await create(TICKER, { symbol: 'twice', mic: 'XNAS' }).expect(400);
    expect(second.body.error.details.errors[0].path).toEqual(['symbol']);
    await create(TICKER, { symbol: 'TWICE', mic: 'XNYS' }).expect(201);
    const statuses = await Promise.all(
      [1, 2, 3, 4].map(() => create(TICKER, { symbol: 'RACE', mic: 'XNAS' }).then(({ status }) => status)),
    );
    expect(statuses.sort()).toEqual([201, 400, 400, 400]);
  });

  it('enforces it in the database', async () => {
    const rows = { symbol: 'RAW', mic: 'XNAS' };
    const insert = () =>
      newsroom()
        .strapi.db.query(TICKER)
        .create({ data: { documentId: `raw${Math.random()}`, ...rows } });
    await insert();
    await expect(insert()).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
  });

  describe('slugs', () => {
    const article = (data: Record<string, string | null>, locale = 'en') =>
      newsroom()
        .strapi.documents(ARTICLE)
        .create({ data: data as { title: string }, locale });

    it.each([
      ['Łódź: Zürich & Québec', /^lodz-zurich-and-quebec$/],
      ['Рынок растёт', /^[a-z]+-[a-z]+/],
      ['東京市場が上昇', /^[a-z0-9-]{4,}$/],
      ['서울 증시', /^[a-z0-9-]{4,}$/],
      ['🚀🚀', /^article(-\d+)?$/],
      ['word '.repeat(45), /^[a-z-]{40,80}$/],
    ])('are made of %s', async (text, shape) => {
      expect((await article({ title: text })).slug).toMatch(shape);
    });

    it('are unique in a locale, and free in another', async () => {
      const text = title();
      const [first, second] = [await article({ title: text }), await article({ title: text })];
      expect(second.slug).toBe(`${first.slug}-2`);
      expect((await article({ title: text }, 'es')).slug).toBe(first.slug);
      await expect(article({ title: 'x', slug: first.slug! })).rejects.toMatchObject({
        name: 'ValidationError',
        details: { errors: [{ path: ['slug'] }] },
      });
    });

    it('stay as they are when the title changes, and are made once a title is there', async () => {
      const draft = await article({ summary: 'no title yet' });
      expect(draft.slug).toBeNull();
      const text = title();
      const { documentId } = draft;
      const titled = await newsroom()
        .strapi.documents(ARTICLE)
        .update({ documentId, data: { title: text } });
      const renamed = await newsroom()
        .strapi.documents(ARTICLE)
        .update({ documentId, data: { title: 'Other' } });
      expect(titled?.slug).toMatch(/^story-/);
      expect(renamed?.slug).toBe(titled?.slug);
    });

    it('of a clone are new', async () => {
      const source = await article({ title: title() });
      const clone = await newsroom().strapi.documents(ARTICLE).clone({ documentId: source.documentId });
      expect(clone!.entries[0]?.slug).toBe(`${source.slug}-2`);
    });
  });
};
