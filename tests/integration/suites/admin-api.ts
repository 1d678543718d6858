import { createAdminUser, mayWith, type AdminUser } from '../../support/admin-user';
import { ARTICLE, body, publishArticle, readSnapshots, record, title } from '../../support/articles';
import type { Suite } from '.';

const COMPANY = 'api::company.company';
const TICKER = 'api::ticker.ticker';
const READ = { action: 'plugin::quote-snapshots.snapshots.read' };

/** What the plugin's admin UI asks, and of whom it is answered. */
export const adminApi: Suite = (newsroom) => {
  let reader: AdminUser;
  let author: AdminUser;
  let outsider: AdminUser;

  beforeAll(async () => {
    const { strapi } = newsroom();
    reader = await createAdminUser(strapi, 'reader', [READ, ...mayWith(strapi, ARTICLE, ['read'])]);
    author = await createAdminUser(strapi, 'author', [
      READ,
      ...mayWith(strapi, ARTICLE, ['create', 'read', 'update', 'publish'], ['admin::is-creator']),
    ]);
    outsider = await createAdminUser(strapi, 'outsider', mayWith(strapi, ARTICLE, ['read', 'update']));
  });

  const admin = (token = newsroom().adminToken) => {
    const { http } = newsroom();
    return {
      get: (path: string) => http().get(`/quote-snapshots${path}`).set('Authorization', `Bearer ${token}`),
      post: (path: string, sent: object) =>
        http().post(`/quote-snapshots${path}`).set('Authorization', `Bearer ${token}`).send(sent),
    };
  };
  const draft = (text: string, more: object = {}) => ({
    model: ARTICLE,
    entry: { title: 'Draft', body: body(text) },
    connect: [],
    disconnect: [],
    ...more,
  });

  const featuredTickers = async (): Promise<string[]> => {
    const rows: { documentId: string }[] = await newsroom()
      .strapi.db.query(TICKER)
      .findMany({ where: { featured: true } });
    return rows.map(({ documentId }) => documentId);
  };

  describe('the preview of a draft', () => {
    it('tells what an article that was never saved would capture, and what is ambiguous, with choices', async () => {
      const { body: answer } = await admin()
        .post('/preview', draft('(NASDAQ: MSFT) and (TSE: 9984)'))
        .expect(200);
      expect(answer.data.instruments).toEqual([
        expect.objectContaining({ instrument: 'XNAS:MSFT', act: 'capture', snapshot: null }),
      ]);
      expect(answer.data.mentions).toEqual([
        { symbol: 'MSFT', exchange: 'NASDAQ' },
        { symbol: '9984', exchange: 'TSE' },
      ]);
      expect(answer.data.ambiguous).toEqual([expect.objectContaining({ symbol: '9984', exchange: 'TSE' })]);
      expect(answer.data.ambiguous[0].choices.map((one: { instrument: string }) => one.instrument)).toEqual([
        'XTKS:9984',
        'XTSE:9984',
      ]);
      expect(answer.meta).toEqual({ tickersAttribute: 'tickers', hasTickers: true, mayAddTickers: true });
    });

    it('settles an ambiguous mention by the ticker that the form links, before anything is saved', async () => {
      const { strapi } = newsroom();
      const ticker = await strapi.documents(TICKER).create({ data: { symbol: '6758', mic: 'XTKS' } });
      const rival = await strapi.documents(TICKER).create({ data: { symbol: '6758', mic: 'XTSE' } });
      const open = await admin().post('/preview', draft('(TSE: 6758)')).expect(200);
      expect(open.body.data.ambiguous).toHaveLength(1);
      const { body: answer } = await admin()
        .post('/preview', draft('(TSE: 6758)', { connect: [ticker.documentId] }))
        .expect(200);
      expect(answer.data.ambiguous).toEqual([]);
      expect(answer.data.instruments).toEqual([
        expect.objectContaining({
          instrument: 'XTKS:6758',
          ticker: { id: ticker.id, documentId: ticker.documentId },
        }),
      ]);
      await strapi.documents(TICKER).delete({ documentId: rival.documentId });
    });

    it('counts saved links, but for those that the form takes away', async () => {
      const { strapi } = newsroom();
      const ticker = await strapi.documents(TICKER).create({ data: { symbol: 'ADDED', mic: 'XNYS' } });
      const article = await strapi
        .documents(ARTICLE)
        .create({ data: { title: title(), tickers: [ticker.documentId] } });
      const saved = { documentId: article.documentId };
      const before = await admin().post('/preview', draft('', saved)).expect(200);
      expect(before.body.data.instruments).toHaveLength(1);
      const after = await admin()
        .post('/preview', draft('', { ...saved, disconnect: [ticker.documentId] }))
        .expect(200);
      expect(after.body.data.instruments).toEqual([]);
    });

    it('shows what a published article keeps and what it would retire', async () => {
      const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT) and (NYSE: ORCL)']);
      const { body: answer } = await admin()
        .post('/preview', draft('(NASDAQ: MSFT)', { documentId }))
        .expect(200);
      expect(answer.data.instruments).toEqual([
        expect.objectContaining({ act: 'keep', snapshot: expect.objectContaining({ price: 480 }) }),
      ]);
      expect(answer.data.retired).toEqual([expect.objectContaining({ instrument: 'XNYS:ORCL' })]);
    });

    it('suggests listings of companies that the text names without one, and captures none of them', async () => {
      const { strapi } = newsroom();
      const company = await strapi.documents(COMPANY).create({
        data: { name: 'Quillmark Robotics plc', legalName: 'QMR Holdings', aliases: 'Quillbots\nThe Q' },
      });
      await strapi
        .documents(TICKER)
        .create({ data: { symbol: 'QUILZ', mic: 'XNYS', exchange: 'NYSE', company: company.documentId } });
      const ask = async (text: string, token?: string) =>
        (await admin(token).post('/preview', draft(text)).expect(200)).body.data;
      const text = 'Shares: Quillmark Robotics rose. The Quillbots, and Quillmark Robotics again.';
      const found = await ask(text);
      expect(found.instruments).toEqual([]);
      expect(found.suggestions).toEqual([
        {
          field: 'body',
          // The blank line before a block is part of the field's text.
          start: 2 + text.indexOf('Quillmark'),
          end: 2 + text.indexOf(' rose'),
          text: 'Quillmark Robotics',
          listings: [
            {
              instrument: 'XNYS:QUILZ',
              symbol: 'QUILZ',
              exchange: 'NYSE',
              name: null,
              insert: ' (NYSE: QUILZ)',
            },
          ],
        },
      ]);
      expect((await ask('The Quillbots')).suggestions).toHaveLength(1);
      expect((await ask('Quillmark Robotics (NYSE: QUILZ) and Quillbots')).suggestions).toEqual([]);
      // Whoever reads no companies learns none.
      expect((await ask(text, reader.token)).suggestions).toEqual([]);
      // Names are read again once a company has changed since.
      newsroom().clock.advance(1);
      await strapi
        .documents(COMPANY)
        .update({ documentId: company.documentId, data: { aliases: 'Inkbots' } });
      expect((await ask('Inkbots')).suggestions).toHaveLength(1);
      expect((await ask('The Quillbots')).suggestions).toEqual([]);
    });

    it('takes a translation that was never saved', async () => {
      const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
      const { body: answer } = await admin()
        .post('/preview', draft('(NYSE: ORCL)', { documentId, locale: 'fr' }))
        .expect(200);
      expect(answer.data.instruments).toEqual([
        expect.objectContaining({ instrument: 'XNYS:ORCL', act: 'capture' }),
      ]);
    });

    it.each([
      ['a body of no shape', { model: ARTICLE, entry: 'text' }, 400, 'entry'],
      ['a type that has not opted in', { ...draft(''), model: COMPANY }, 404, COMPANY],
      ['a type that is none', { ...draft(''), model: 'api::nothing.nothing' }, 404, 'api::nothing.nothing'],
    ])('refuses %s', async (_what, sent, status, named) => {
      const { body: answer } = await admin().post('/preview', sent).expect(status);
      expect(answer.error.message).toContain(named);
    });
  });

  it('gives live quotes of any instrument, each with a figure or the reason why not', async () => {
    const { body: answer } = await admin()
      .post('/quotes', { instruments: ['XNAS:MSFT', 'XNAS:NOSUX'] })
      .expect(200);
    expect(answer.data['XNAS:MSFT'].quote).toMatchObject({ price: 480, currency: 'USD' });
    expect(answer.data['XNAS:NOSUX'].failure).toMatchObject({ code: 'unknown-instrument' });
    expect(JSON.stringify(answer)).not.toContain('test-key-that-must-not-leak');
    await admin()
      .post('/quotes', { instruments: ['MSFT'] })
      .expect(400);
  });

  it('adds a ticker and its company as the provider knows them, once', async () => {
    const { provider, strapi } = newsroom();
    provider.quote('SHOPX', { Price: 100, PrevClose: 90, Name: 'Shop Example Inc.' });
    const first = await admin().post('/tickers', { instrument: 'XNAS:SHOPX' }).expect(200);
    const second = await admin().post('/tickers', { instrument: 'XNAS:SHOPX' }).expect(200);
    expect(second.body.data).toEqual(first.body.data);
    const ticker = await strapi
      .documents(TICKER)
      .findOne({ documentId: first.body.data.documentId, populate: ['company', 'createdBy'] });
    expect(ticker).toMatchObject({
      symbol: 'SHOPX',
      mic: 'XNAS',
      exchange: 'NASDAQ',
      name: 'Shop Example Inc.',
      currency: 'USD',
      company: { name: 'Shop Example Inc.' },
      createdBy: { firstname: 'Ada' },
    });
  });

  it('links the company that the newsroom has already', async () => {
    const { provider, strapi } = newsroom();
    const company = await strapi.documents(COMPANY).create({ data: { name: 'Twice Listed plc' } });
    provider.quote('LSE:TWICE', {
      Price: 100,
      PrevClose: 90,
      Name: 'TWICE LISTED PLC',
      NominalCurrencyCode: 'GBP',
    });
    const { body: added } = await admin().post('/tickers', { instrument: 'XLON:TWICE' }).expect(200);
    const ticker = await strapi
      .documents(TICKER)
      .findOne({ documentId: added.data.documentId, populate: ['company'] });
    expect(ticker?.company?.documentId).toBe(company.documentId);
  });

  it('puts an added ticker through the checks of the newsroom', async () => {
    const { body: answer } = await admin().post('/tickers', { instrument: 'QQQQ:MSFT' }).expect(400);
    expect(answer.error.message).toContain('mic is "QQQQ"');
  });

  it('adds several tickers in one act, tells of each, and takes them back with their companies', async () => {
    const { provider, strapi } = newsroom();
    for (const symbol of ['QADDA', 'QADDB'])
      provider.quote(symbol, { Price: 100, PrevClose: 90, Name: `${symbol} Example Inc.` });
    const asked = provider.requests.length;
    const { body: answer } = await admin()
      .post('/tickers/add-all', { instruments: ['XNAS:QADDA', 'QQQQ:MSFT', 'XNAS:QADDB'] })
      .expect(200);
    // The provider is asked once for all of them.
    expect(provider.requests.length - asked).toBe(1);
    expect(answer.data).toEqual([
      { instrument: 'XNAS:QADDA', ticker: expect.objectContaining({}), error: null },
      { instrument: 'QQQQ:MSFT', ticker: null, error: expect.stringContaining('mic is "QQQQ"') },
      { instrument: 'XNAS:QADDB', ticker: expect.objectContaining({}), error: null },
    ]);
    const tickers: string[] = answer.data.flatMap((one: { ticker: { documentId: string } | null }) =>
      one.ticker ? [one.ticker.documentId] : [],
    );
    const companies = () => strapi.db.query(COMPANY).count({ where: { name: { $startsWith: 'QADD' } } });
    expect(await companies()).toBe(2);

    // One that an article links meanwhile is no longer only theirs.
    await strapi.documents(ARTICLE).create({ data: { title: title(), tickers: [tickers[1] ?? ''] } });
    const { body: undone } = await admin().post('/tickers/undo', { tickers }).expect(200);
    expect(undone.data).toEqual([
      { ticker: tickers[0], undone: true },
      { ticker: tickers[1], undone: false },
    ]);
    expect(await strapi.db.query(TICKER).count({ where: { symbol: { $startsWith: 'QADD' } } })).toBe(1);
    expect(await companies()).toBe(1);
  });

  it('takes back no ticker of somebody else, and none that has been changed', async () => {
    const { strapi } = newsroom();
    const { documentId } = await strapi.documents(TICKER).create({ data: { symbol: 'QTHEIR', mic: 'XNAS' } });
    const undo = async () =>
      (
        await admin()
          .post('/tickers/undo', { tickers: [documentId] })
          .expect(200)
      ).body.data;
    expect(await undo()).toEqual([{ ticker: documentId, undone: false }]);
    const { body: own } = await admin().post('/tickers', { instrument: 'XNAS:QOWNED' }).expect(200);
    const row = { documentId: own.data.documentId };
    await strapi.db
      .connection(strapi.db.metadata.get(TICKER).tableName)
      .where({ document_id: row.documentId })
      .update({ updated_at: '2100-01-01T00:00:00.000Z' });
    const { body: kept } = await admin()
      .post('/tickers/undo', { tickers: [row.documentId] })
      .expect(200);
    expect(kept.data).toEqual([{ ticker: row.documentId, undone: false }]);
    await strapi.documents(TICKER).delete({ documentId });
    await strapi.documents(TICKER).delete(row);
  });

  it('suggests tickers that are spelled alike, else likely spellings that the provider knows', async () => {
    const { provider, strapi } = newsroom();
    const { documentId } = await strapi
      .documents(TICKER)
      .create({ data: { symbol: 'QNEAR', mic: 'XNAS', exchange: 'NASDAQ', name: 'Near Inc.' } });
    provider.quote('QZWXV', { Price: 10, PrevClose: 9, Name: 'Swapped Inc.' });
    const { body: answer } = await admin()
      .post('/near-misses', { instruments: ['XNAS:QNAER', 'XNAS:QZXWV'] })
      .expect(200);
    expect(answer.data).toEqual({
      'XNAS:QNAER': [
        ...[
          { instrument: 'XNAS:QNEAR', mic: 'XNAS', symbol: 'QNEAR', exchange: 'NASDAQ', name: 'Near Inc.' },
        ],
      ],
      'XNAS:QZXWV': expect.arrayContaining([
        expect.objectContaining({ instrument: 'XNAS:QZWXV', name: 'Swapped Inc.' }),
      ]),
    });
    await strapi.documents(TICKER).delete({ documentId });
  });

  it('tells the current snapshots and the earlier ones of a document, with what waits to replace them', async () => {
    const { provider } = newsroom();
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: TSLA)']);
    const path = `/documents/${ARTICLE}/${documentId}`;
    const [snapshot] = await readSnapshots(newsroom(), documentId);
    await admin().post(`/snapshots/${snapshot?.documentId}/recapture`, { reason: 'A typo.' }).expect(200);
    const { body: now } = await admin().get(path).expect(200);
    expect(now.data).toEqual([
      expect.objectContaining({ state: 'captured', price: 483.37, replacement: null, current: true }),
    ]);
    expect(now.meta).toEqual({ earlier: 1 });
    const { body: history } = await admin().get(`${path}/history`).expect(200);
    expect(history.data).toEqual([expect.objectContaining({ documentId: snapshot?.documentId })]);
    expect(history.meta).toEqual({ page: 1, pageCount: 1, total: 1 });

    provider.fail('status-500');
    // What was said of TSLA a moment ago is still known to the desk: another instrument is not.
    const failing = await publishArticle(newsroom(), ['(NASDAQ: FLSX)']);
    provider.fail(undefined);
    const { body: waiting } = await admin().get(`/documents/${ARTICLE}/${failing}`).expect(200);
    expect(waiting.data).toEqual([expect.objectContaining({ state: 'pending', instrument: 'XNAS:FLSX' })]);
  });

  it('tries a pending one again at once, however long it was to wait', async () => {
    const { provider, clock } = newsroom();
    provider.quote('WAITS', { Price: 5, PrevClose: 4 });
    provider.fail('status-500');
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: WAITS)']);
    provider.fail(undefined);
    const [pending] = await readSnapshots(newsroom(), documentId);
    expect(pending?.state).toBe('pending');
    clock.advance(2_000);
    await admin().post(`/snapshots/${pending?.documentId}/try-again`, {}).expect(200);
    expect(await readSnapshots(newsroom(), documentId)).toEqual([
      expect.objectContaining({ state: 'captured', price: 5 }),
    ]);
  });

  it('tries a failed one again, and refuses to for what needs none', async () => {
    const { provider } = newsroom();
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: LATER)']);
    const [failed] = await readSnapshots(newsroom(), documentId);
    expect(failed?.state).toBe('unavailable');
    provider.quote('LATER', { Price: 12, PrevClose: 11 });
    // The desk remembers a failure for a second: then it asks anew.
    newsroom().clock.advance(2_000);
    await admin().post(`/snapshots/${failed?.documentId}/try-again`, {}).expect(200);
    const [captured] = await readSnapshots(newsroom(), documentId);
    expect(captured).toMatchObject({ state: 'captured', price: 12 });
    await admin().post(`/snapshots/${captured?.documentId}/try-again`, {}).expect(400);
  });

  it('voids with a reason, and not without', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const [snapshot] = await readSnapshots(newsroom(), documentId);
    const path = `/snapshots/${snapshot?.documentId}/void`;
    const refused = await admin().post(path, { reason: '  ' }).expect(400);
    expect(refused.body.error.message).toContain('reason');
    await admin().post(path, { reason: 'Halted.' }).expect(200);
    expect(await record(newsroom(), documentId)).toEqual([
      expect.objectContaining({ state: 'voided', reason: 'Halted.', price: 480 }),
    ]);
    await admin().post('/snapshots/nothing/void', { reason: 'Halted.' }).expect(404);
  });

  it('counts the states of many documents at once, locale by locale', async () => {
    const first = await publishArticle(newsroom(), ['(NASDAQ: MSFT), (NYSE: ORCL), (NASDAQ: NOSUX)']);
    const second = await publishArticle(newsroom(), ['Nothing.']);
    const sent = { model: ARTICLE, documentIds: [first, second] };
    const { body: answer } = await admin().post('/summary', sent).expect(200);
    expect(answer.data).toEqual({ [first]: { captured: 2, unavailable: 1 } });
    const spanish = await admin()
      .post('/summary', { ...sent, locale: 'es' })
      .expect(200);
    expect(spanish.body.data).toEqual({});
  });

  it('lists the publications that want a person, while they are published', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: NOSUX)'], { title: 'Wants a person' });
    const mine = async (token?: string) => {
      const { body: answer } = await admin(token).get('/attention').expect(200);
      return answer.data.filter((one: { documentId: string }) => one.documentId === documentId);
    };
    expect(await mine()).toEqual([
      expect.objectContaining({
        type: ARTICLE,
        locale: 'en',
        title: 'Wants a person',
        failed: 1,
        pending: 0,
      }),
    ]);
    expect(await mine(reader.token)).toHaveLength(1);
    expect(await mine(author.token)).toEqual([]);
    await newsroom().strapi.documents(ARTICLE).unpublish({ documentId });
    expect(await mine()).toEqual([]);
  });

  it('tells how the providers are doing and what waits', async () => {
    const { body: answer } = await admin().get('/status').expect(200);
    expect(answer.data).toMatchObject({
      pending: expect.any(Number),
      providers: [{ role: 'first', name: 'cloudquote', breaker: 'closed', quota: expect.any(Object) }],
    });
    expect(JSON.stringify(answer)).not.toContain('test-key-that-must-not-leak');
  });

  it('asks the providers anew, and says exactly what is wrong, as the terminal does', async () => {
    const check = async (sent: object = {}) => (await admin().post('/check', sent).expect(200)).body.data;
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
    const usual = async () => (await admin().get('/settings').expect(200)).body.meta.check;
    const where = { documentId: { $in: await featuredTickers() } };
    await strapi.db.query(TICKER).updateMany({ where, data: { featured: false } });
    expect(await usual()).toBe('XNAS:AAPL');
    const ticker = await strapi
      .documents(TICKER)
      .create({ data: { symbol: 'SHOWN', mic: 'XNYS', featured: true } });
    provider.quote('SHOWN', { Price: 7, PrevClose: 6 });
    expect(await usual()).toBe('XNYS:SHOWN');
    const { body: answer } = await admin().post('/check', {}).expect(200);
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
    const { body: answer } = await admin().post('/check', { instruments }).expect(400);
    expect(answer.error.message).toContain(said);
    expect(newsroom().provider.requests).toHaveLength(before);
  });

  it('tells the settings in effect with the variable of each, and no secret', async () => {
    const { body: answer } = await admin().get('/settings').expect(200);
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

  describe('permissions', () => {
    const calls: [string, () => { method: 'get' | 'post'; path: string; sent?: object }][] = [
      ['the preview', () => ({ method: 'post', path: '/preview', sent: draft('') })],
      ['quotes', () => ({ method: 'post', path: '/quotes', sent: { instruments: ['XNAS:MSFT'] } })],
      [
        'the list',
        () => ({ method: 'post', path: '/summary', sent: { model: ARTICLE, documentIds: ['a'] } }),
      ],
      ['the widget', () => ({ method: 'get', path: '/attention' })],
      ['the settings', () => ({ method: 'get', path: '/settings' })],
      ['the status', () => ({ method: 'get', path: '/status' })],
      ['the health check', () => ({ method: 'post', path: '/check' })],
      ['tickers', () => ({ method: 'post', path: '/tickers', sent: { instrument: 'XNAS:MSFT' } })],
      [
        'several tickers',
        () => ({ method: 'post', path: '/tickers/add-all', sent: { instruments: ['XNAS:MSFT'] } }),
      ],
      ['taking tickers back', () => ({ method: 'post', path: '/tickers/undo', sent: { tickers: ['any'] } })],
      ['near misses', () => ({ method: 'post', path: '/near-misses', sent: { instruments: ['XNAS:MSFT'] } })],
    ];

    it.each(calls)('shut %s to nobody and to those without the right', async (_what, call) => {
      const { method, path, sent = {} } = call();
      const { http } = newsroom();
      const url = `/quote-snapshots${path}`;
      await (method === 'get' ? http().get(url) : http().post(url).send(sent)).expect(401);
      const { get, post } = admin(outsider.token);
      await (method === 'get' ? get(path) : post(path, sent)).expect(403);
    });

    it('shut capturing again, voiding and adding tickers to a role that may only read', async () => {
      const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT) (NASDAQ: NOSUX)']);
      const [snapshot, failed] = await readSnapshots(newsroom(), documentId);
      const { get, post } = admin(reader.token);
      const reason = { reason: 'Because.' };
      await get(`/documents/${ARTICLE}/${documentId}`).expect(200);
      await post(`/snapshots/${snapshot?.documentId}/recapture`, reason).expect(403);
      await post(`/snapshots/${snapshot?.documentId}/void`, reason).expect(403);
      await post(`/snapshots/${failed?.documentId}/try-again`, {}).expect(403);
      await post('/tickers', { instrument: 'XNAS:MSFT' }).expect(403);
      await post('/tickers/add-all', { instruments: ['XNAS:MSFT'] }).expect(403);
      await get('/settings').expect(403);
      expect(await record(newsroom(), documentId)).toHaveLength(2);
    });

    it("shut one author's documents to another who may only read their own", async () => {
      const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
      const { get, post } = admin(author.token);
      await get(`/documents/${ARTICLE}/${documentId}`).expect(404);
      await get(`/documents/${ARTICLE}/${documentId}/history`).expect(404);
      const user = await newsroom()
        .strapi.db.query('admin::user')
        .findOne({ where: { email: author.email } });
      const own = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { createdBy: user.id });
      await get(`/documents/${ARTICLE}/${own}`).expect(200);
      // Nor does a preview tell what the other's article has captured.
      const { body: answer } = await post('/preview', draft('(NASDAQ: MSFT)', { documentId })).expect(200);
      expect(answer.data.instruments[0]).toMatchObject({ act: 'capture', snapshot: null });
    });
  });
};
