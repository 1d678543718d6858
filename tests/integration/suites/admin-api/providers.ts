import { admin, TICKER, type AdminApi } from './asking';

/** Live quotes, how the providers are doing, and the settings. */
export const providers = ({ newsroom }: AdminApi): void => {
  const featuredTickers = async (): Promise<string[]> => {
    const rows: { documentId: string }[] = await newsroom()
      .strapi.db.query(TICKER)
      .findMany({ where: { featured: true } });
    return rows.map(({ documentId }) => documentId);
  };

  it('gives live quotes of any instrument, each with a figure or the reason why not', async () => {
    const { body: answer } = await admin(newsroom())
      .post('/quotes', { instruments: ['XNAS:MSFT', 'XNAS:NOSUX'] })
      .expect(200);
    expect(answer.data['XNAS:MSFT'].quote).toMatchObject({ price: 480, currency: 'USD' });
    expect(answer.data['XNAS:NOSUX'].failure).toMatchObject({ code: 'unknown-instrument' });
    expect(JSON.stringify(answer)).not.toContain('test-key-that-must-not-leak');
    await admin(newsroom())
      .post('/quotes', { instruments: ['MSFT'] })
      .expect(400);
  });

  it('tells how the providers are doing and what waits', async () => {
    const { body: answer } = await admin(newsroom()).get('/status').expect(200);
    expect(answer.data).toMatchObject({
      pending: expect.any(Number),
      providers: [{ role: 'first', name: 'cloudquote', breaker: 'closed', quota: expect.any(Object) }],
    });
    expect(JSON.stringify(answer)).not.toContain('test-key-that-must-not-leak');
  });

  it('asks the providers anew, and says exactly what is wrong, as the terminal does', async () => {
    const check = async (sent: object = {}) =>
      (await admin(newsroom()).post('/check', sent).expect(200)).body.data;
    expect(await check({ instruments: ['XNAS:MSFT', 'xnas:nosux'] })).toEqual([
      {
        role: 'first',
        name: 'cloudquote',
        ok: false,
        code: 'unknown-instrument',
        message: expect.any(String),
        latencyMs: expect.any(Number),
        answers: {
          'XNAS:MSFT': { quote: expect.objectContaining({ price: 480, currency: 'USD' }) },
          'XNAS:NOSUX': { failure: expect.objectContaining({ code: 'unknown-instrument' }) },
        },
      },
    ]);
    newsroom().provider.fail('status-403');
    const [refused] = await check();
    newsroom().provider.fail(undefined);
    expect(refused).toMatchObject({ ok: false, code: 'refused', message: expect.stringContaining('key') });
    expect(JSON.stringify(refused)).not.toContain('test-key-that-must-not-leak');
  });

  it('checks with what the newsroom shows anyway, else with a listing that every vendor has', async () => {
    const { strapi, provider } = newsroom();
    const usual = async () => (await admin(newsroom()).get('/settings').expect(200)).body.meta.check;
    const where = { documentId: { $in: await featuredTickers() } };
    await strapi.db.query(TICKER).updateMany({ where, data: { featured: false } });
    expect(await usual()).toBe('XNAS:AAPL');
    const ticker = await strapi
      .documents(TICKER)
      .create({ data: { symbol: 'SHOWN', mic: 'XNYS', featured: true } });
    provider.quote('SHOWN', { Price: 7, PrevClose: 6 });
    expect(await usual()).toBe('XNYS:SHOWN');
    const { body: answer } = await admin(newsroom()).post('/check', {}).expect(200);
    expect(answer.data).toMatchObject([{ ok: true, answers: { 'XNYS:SHOWN': { quote: { price: 7 } } } }]);
    await strapi.documents(TICKER).delete({ documentId: ticker.documentId });
    await strapi.db.query(TICKER).updateMany({ where, data: { featured: true } });
  });

  it.each([
    ['what is no instrument', ['MSFT'], '"MSFT" is not an instrument'],
    ['nothing', [], 'instruments'],
    ['more than a check is for', Array.from({ length: 6 }, () => 'XNAS:MSFT'), 'instruments'],
  ])('refuses to check with %s', async (_what, instruments, said) => {
    const before = newsroom().provider.requests.length;
    const { body: answer } = await admin(newsroom()).post('/check', { instruments }).expect(400);
    expect(answer.error.message).toContain(said);
    expect(newsroom().provider.requests).toHaveLength(before);
  });

  it('tells the settings in effect with the variable of each, and no secret', async () => {
    const { body: answer } = await admin(newsroom()).get('/settings').expect(200);
    const setting = (option: string) =>
      answer.data.settings.find((one: { option: string }) => one.option === option);
    expect(setting('provider.name')).toEqual({
      option: 'provider.name',
      variable: 'QUOTES_PROVIDER',
      value: 'cloudquote',
      secret: false,
    });
    expect(setting('provider.file')).toMatchObject({ value: 'database/seeds/quotes.csv' });
    expect(setting('provider.apiKey')).toMatchObject({ variable: 'QUOTES_API_KEY', secret: true });
    expect(JSON.stringify(answer)).not.toContain('test-key-that-must-not-leak');
    expect(answer.data.providers).toEqual([
      expect.objectContaining({ role: 'first', name: 'cloudquote', delayNotice: expect.any(String) }),
    ]);
  });
};
