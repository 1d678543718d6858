import { ARTICLE, publishArticle, readSnapshots, record } from '../../../support/articles';
import { admin, draft, type AdminApi } from './asking';

/** Who is answered at all. */
export const permissions = ({ newsroom, people }: AdminApi): void => {
  const calls: [string, () => { method: 'get' | 'post'; path: string; sent?: object }][] = [
    ['the preview', () => ({ method: 'post', path: '/preview', sent: draft('') })],
    ['quotes', () => ({ method: 'post', path: '/quotes', sent: { instruments: ['XNAS:MSFT'] } })],
    ['the list', () => ({ method: 'post', path: '/summary', sent: { model: ARTICLE, documentIds: ['a'] } })],
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
    const { get, post } = admin(newsroom(), people().outsider.token);
    await (method === 'get' ? get(path) : post(path, sent)).expect(403);
  });

  it('shut capturing again, voiding and adding tickers to a role that may only read', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT) (NASDAQ: NOSUX)']);
    const [snapshot, failed] = await readSnapshots(newsroom(), documentId);
    const { get, post } = admin(newsroom(), people().reader.token);
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
    const { get, post } = admin(newsroom(), people().author.token);
    await get(`/documents/${ARTICLE}/${documentId}`).expect(404);
    await get(`/documents/${ARTICLE}/${documentId}/history`).expect(404);
    const user = await newsroom()
      .strapi.db.query('admin::user')
      .findOne({ where: { email: people().author.email } });
    const own = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { createdBy: user.id });
    await get(`/documents/${ARTICLE}/${own}`).expect(200);
    // Nor does a preview tell what the other's article has captured.
    const { body: answer } = await post('/preview', draft('(NASDAQ: MSFT)', { documentId })).expect(200);
    expect(answer.data.instruments[0]).toMatchObject({ act: 'capture', snapshot: null });
  });
};
