import { createAdminUser, mayWith, signInAs } from '../../support/admin-user';
import { renewSession } from '../../support/newsroom';
import { APPLE, createOpenFigi } from '../../support/vendors/openfigi';
import type { Suite } from '.';

const TICKER = 'api::ticker.ticker';

/** The form of a ticker has the provider, or OpenFIGI, fill in what is empty. */
export const tickerCompletion: Suite = (newsroom) => {
  let openFigi: Awaited<ReturnType<typeof createOpenFigi>>;
  let baseUrl: string;
  let admin: string;
  beforeAll(async () => {
    const { config } = newsroom().strapi;
    openFigi = await createOpenFigi();
    baseUrl = config.get('newsroom.openFigiUrl');
    config.set('newsroom.openFigiUrl', openFigi.baseUrl);
    admin = await renewSession(newsroom());
  });
  afterAll(async () => {
    newsroom().strapi.config.set('newsroom.openFigiUrl', baseUrl);
    newsroom().provider.fail(undefined);
    await openFigi.close();
  });

  const complete = (data: object, token = admin) =>
    newsroom().http().post('/newsroom/tickers/completion').set('authorization', `Bearer ${token}`).send(data);

  it('asks the provider, and nobody else, and writes nothing', async () => {
    const { provider, strapi } = newsroom();
    provider.quote('LSE:GMBXQ', { Price: 4210, Name: 'Gambrex plc', NominalCurrencyCode: 'GBX' });
    const before = await strapi.db.query(TICKER).count();
    const answer = await complete({ source: 'provider', symbol: 'gmbxq', mic: 'xlon' }).expect(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body.data).toEqual({
      fields: { name: 'Gambrex plc', exchange: 'LSE', currency: 'GBP' },
      fault: null,
    });
    expect(openFigi.requests).toEqual([]);
    expect(await strapi.db.query(TICKER).count()).toBe(before);
  });

  it('says why the provider knows nothing', async () => {
    const { provider } = newsroom();
    const unknown = await complete({ source: 'provider', symbol: 'GMBXR', mic: 'XLON' }).expect(200);
    expect(unknown.body.data).toEqual({ fields: {}, fault: 'unknown' });
    provider.fail('status-500');
    const dead = await complete({ source: 'provider', symbol: 'GMBXS', mic: 'XLON' }).expect(200);
    expect(dead.body.data).toEqual({ fields: {}, fault: 'unreachable' });
    provider.fail(undefined);
  });

  it('asks OpenFIGI on request, and says why that knows nothing', async () => {
    openFigi.know({ idType: 'TICKER', idValue: 'AAPL', micCode: 'XNGS' }, { data: [APPLE] });
    const found = await complete({ source: 'openfigi', symbol: 'AAPL', mic: 'XNAS' }).expect(200);
    expect(found.body.data).toEqual({ fields: { name: 'APPLE INC', figi: APPLE.figi }, fault: null });
    openFigi.fail('quota');
    const refused = await complete({ source: 'openfigi', symbol: 'AAPL', mic: 'XNAS' }).expect(200);
    expect(refused.body.data).toEqual({ fields: {}, fault: 'quota' });
    openFigi.fail(undefined);
  });

  it('fills in what the form has saved, past the newsroom’s own checks', async () => {
    const { fields } = (await complete({ source: 'openfigi', symbol: 'AAPL', mic: 'XNAS' })).body.data;
    const saved = await newsroom()
      .http()
      .post(`/content-manager/collection-types/${TICKER}`)
      .set('authorization', `Bearer ${admin}`)
      .send({ symbol: 'GMBXT', mic: 'XNAS', ...fields })
      .expect(201);
    expect(saved.body.data).toMatchObject({ figi: APPLE.figi, name: 'APPLE INC' });
    await newsroom().strapi.documents(TICKER).delete({ documentId: saved.body.data.documentId });
  });

  it('answers those who may add or change tickers, with the fields that they may fill in', async () => {
    const { strapi } = newsroom();
    const lookup = { source: 'openfigi', symbol: 'AAPL', mic: 'XNAS' };
    const asked = openFigi.requests.length;
    const [update] = mayWith(strapi, TICKER, ['update']);
    const narrow = await createAdminUser(strapi, 'completion-narrow', [
      { ...update!, properties: { fields: ['figi'] } },
    ]);
    expect((await complete(lookup, narrow.token)).body.data.fields).toEqual({ figi: APPLE.figi });
    const reader = await createAdminUser(strapi, 'completion-reader', mayWith(strapi, TICKER, ['read']));
    await complete(lookup, reader.token).expect(403);
    await complete(lookup, await signInAs(strapi, 'newsroom-compliance')).expect(403);
    await newsroom().http().post('/newsroom/tickers/completion').send(lookup).expect(401);
    expect(openFigi.requests.length).toBe(asked + 1);
  });

  it.each([
    ['another source', { source: 'https://evil.example', symbol: 'AAPL', mic: 'XNAS' }],
    ['no symbol', { source: 'openfigi', mic: 'XNAS' }],
    ['a symbol that is none', { source: 'openfigi', symbol: '../v3', mic: 'XNAS' }],
    ['a market that is none', { source: 'openfigi', symbol: 'AAPL', mic: 'NOPE' }],
    ['an ISIN with a wrong digit', { source: 'openfigi', symbol: 'AAPL', mic: 'XNAS', isin: 'US0378331006' }],
    ['an address to ask', { source: 'openfigi', symbol: 'AAPL', mic: 'XNAS', baseUrl: 'http://127.0.0.1' }],
    ['a list', [1]],
  ])('%s is refused, and nobody is asked', async (_what, data) => {
    const asked = openFigi.requests.length;
    const answer = await complete(data);
    expect([answer.status, answer.body.error?.name]).toEqual([400, 'ValidationError']);
    expect(openFigi.requests.length).toBe(asked);
  });
};
