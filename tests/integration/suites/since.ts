import { ARTICLE, body, publishArticle } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { withoutPublicPermission } from '../../support/public-permission';

const MINUTE_MS = 60_000;

interface Since {
  instrument: string;
  atPublication: { price: number; quotedAt: string } | null;
  now: { price: number; quotedAt: string } | null;
  change: number | null;
  changePercent: number | null;
  reasonCode: string | null;
  reason: string | null;
}

/** What became of prices since publication. */
export const since: Suite = (newsroom) => {
  const get = (query: string) => newsroom().http().get(`/api/quote-snapshots/since${query}`);
  const of = async (documentId: string, locale = ''): Promise<Since[]> =>
    (await get(`?documentId=${documentId}${locale}`).expect(200)).body.data;
  const graphql = async (query: string) => (await newsroom().http().post('/graphql').send({ query })).body;
  const ticker = (symbol: string, data: Record<string, unknown> = {}) =>
    newsroom()
      .strapi.documents('api::ticker.ticker')
      .create({ data: { symbol, mic: 'XNAS', ...data } as never });
  /** Publishes at 10; then it is 11. */
  const publishAndMove = async (symbol: string, data: Record<string, unknown> = {}): Promise<string> => {
    const { provider, clock } = newsroom();
    provider.quote(symbol, { Price: 10, PrevClose: 9 });
    await ticker(symbol, data);
    const documentId = await publishArticle(newsroom(), [`(NASDAQ: ${symbol})`]);
    clock.advance(2 * MINUTE_MS);
    provider.quote(symbol, { Price: 11, PrevClose: 9 });
    return documentId;
  };

  it('gives both prices with their times, the change and percent, over REST and GraphQL', async () => {
    const documentId = await publishAndMove('SINA');
    const [answer] = await of(documentId);
    expect(answer).toMatchObject({
      instrument: 'XNAS:SINA',
      atPublication: { price: 10, currency: 'USD' },
      now: { price: 11, currency: 'USD' },
      change: 1,
      changePercent: 10,
      reasonCode: null,
      reason: null,
    });
    const { data, errors } = await graphql(`{ article(documentId: "${documentId}") { quoteSnapshots {
      instrument since { atPublication { price quotedAt } now { price quotedAt } change changePercent reason } } } }`);
    expect(errors).toBeUndefined();
    expect(data.article.quoteSnapshots).toEqual([
      {
        instrument: 'XNAS:SINA',
        since: {
          atPublication: { price: 10, quotedAt: answer?.atPublication?.quotedAt },
          now: { price: 11, quotedAt: answer?.now?.quotedAt },
          change: 1,
          changePercent: 10,
          reason: null,
        },
      },
    ]);
  });

  it('is hidden, with its reason, where prices cannot be compared', async () => {
    const { strapi, provider } = newsroom();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const split = await publishAndMove('SINB', { splits: [{ date: tomorrow, ratio: '10:1' }] });
    newsroom().clock.advance(86_400_000);
    provider.quote('SINB', { Price: 1.1, PrevClose: 1 });
    expect(await of(split)).toMatchObject([
      { change: null, reasonCode: 'split', atPublication: { price: 10 } },
    ]);

    const ended = await publishAndMove('SINC');
    const row = await strapi.documents('api::ticker.ticker').findFirst({ filters: { symbol: 'SINC' } });
    await strapi
      .documents('api::ticker.ticker')
      .update({ documentId: row?.documentId ?? '', data: { listingStatus: 'delisted' } });
    const asked = provider.requests.length;
    expect(await of(ended)).toMatchObject([{ now: null, change: null, reasonCode: 'listing-ended' }]);
    expect(provider.requests.length).toBe(asked);

    const moved = await publishAndMove('SIND');
    // The market has changed its currency since, as Zagreb did in 2023.
    await strapi.db
      .connection('quote_snapshots')
      .where({ related_document_id: moved })
      .update({ currency: 'CAD' });
    expect(await of(moved)).toMatchObject([{ change: null, reasonCode: 'currency-differs' }]);

    provider.quote('SINE', { Price: 10, PrevClose: 9 });
    const unknown = await publishArticle(newsroom(), ['(NASDAQ: SINE)']);
    expect(await of(unknown)).toMatchObject([{ now: null, reasonCode: 'unknown-listing' }]);
  });

  it('words its reasons in the language of the document, over REST, GraphQL and on the page', async () => {
    const { strapi, provider } = newsroom();
    provider.quote('SINW', { Price: 10, PrevClose: 9 });
    // Not a ticker of this newsroom.
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: SINW)'], { slug: 'reasons' });
    const words = {
      en: 'Not a ticker of this newsroom.',
      de: 'Kein Wertpapier dieser Redaktion.',
      es: 'No es un valor de esta redacción.',
      fr: 'Ce titre n’est pas suivi par cette rédaction.',
    };
    for (const [locale, reason] of Object.entries(words)) {
      if (locale !== 'en') {
        await strapi.documents(ARTICLE).update({
          documentId,
          locale: locale as 'de',
          data: { title: `Reasons ${locale}`, slug: 'reasons', body: body('(NASDAQ: SINW)') },
          status: 'published',
        });
      }
      expect(await of(documentId, `&locale=${locale}`)).toMatchObject([
        { reasonCode: 'unknown-listing', reason },
      ]);
      const { data } = await graphql(
        `{ article(documentId: "${documentId}", locale: "${locale}") { quoteSnapshots { since { reasonCode reason } } } }`,
      );
      expect(data.article.quoteSnapshots).toEqual([{ since: { reasonCode: 'unknown-listing', reason } }]);
      const page = await newsroom()
        .http()
        .get(locale === 'en' ? '/articles/reasons' : `/${locale}/articles/reasons`)
        .expect(200);
      expect(page.text).toContain(reason);
    }
    // What the provider says is for the desk.
    await ticker('SINW');
    provider.fail('status-500');
    newsroom().clock.advance(2 * MINUTE_MS);
    expect(await of(documentId, '&locale=de')).toMatchObject([
      { reasonCode: 'no-quote-now', reason: 'Zurzeit gibt es keinen neueren Kurs.' },
    ]);
    provider.fail(undefined);
    // The provider is left alone for a while.
    newsroom().clock.advance(2 * MINUTE_MS);
  });

  it('is of the locale that is asked for, and of nothing that is not published', async () => {
    const { strapi } = newsroom();
    const documentId = await publishAndMove('SINF');
    await ticker('SING');
    await strapi.documents(ARTICLE).update({
      documentId,
      locale: 'es',
      data: { title: 'Otra', body: body('(NASDAQ: SING)') },
      status: 'published',
    });
    expect((await of(documentId)).map(({ instrument }) => instrument)).toEqual(['XNAS:SINF']);
    expect((await of(documentId, '&locale=es')).map(({ instrument }) => instrument)).toEqual(['XNAS:SING']);
    await strapi.documents(ARTICLE).unpublish({ documentId, locale: 'en' });
    expect(await of(documentId)).toEqual([]);
    expect(await of('nowhere')).toEqual([]);
  });

  it('needs the rights to the record, to live quotes and to the type', async () => {
    const documentId = await publishAndMove('SINH');
    const snapshot = 'plugin::quote-snapshots.quote-snapshot';
    for (const action of [`${snapshot}.find`, `${snapshot}.latest`])
      await withoutPublicPermission(newsroom(), action, async () => {
        await get(`?documentId=${documentId}`).expect(403);
      });
    await withoutPublicPermission(newsroom(), `${snapshot}.latest`, async () => {
      const { errors } = await graphql('{ quoteSnapshots { since { change } } }');
      expect(errors[0].message).toContain('Forbidden');
    });
    await withoutPublicPermission(newsroom(), `${ARTICLE}.find`, async () => {
      expect(await of(documentId)).toEqual([]);
    });
  });

  it.each(['', '?documentId=', '?documentId=a&documentId=b', '?documentId=a&instruments=XNAS:MSFT'])(
    'refuses %s, and says what to give',
    async (query) => {
      const { body: answer } = await get(query).expect(400);
      expect(answer.error.message).toContain('documentId');
    },
  );

  it.each([
    [['2026-06-10']],
    [[{ date: '10 June', ratio: '10:1' }]],
    [[{ date: '2026-06-10', ratio: '0:1' }]],
    ['x'],
  ])('a ticker’s splits %j are refused, with how they are written', async (splits) => {
    await expect(ticker('SINX', { splits })).rejects.toThrow('splits');
  });
};
