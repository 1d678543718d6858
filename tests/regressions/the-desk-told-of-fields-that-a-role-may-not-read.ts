import { createAdminUser, mayWith } from '../support/admin-user';
import { actsOf, draftArticle, inMs, MINUTE_MS, passTime } from '../support/article-times';
import { ARTICLE, body } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { renewSession } from '../support/newsroom';

const CHECKS = '/newsroom/publication-checks';

/**
 * Whoever could read headlines alone was told when an article that is held back was to go out, and that it has no byline; what market
 * its text names; and, by the checks before publishing, until when it is under embargo.
 */
export const regression: Suite = (newsroom) => {
  let headlines = { authorization: '' };
  let everything = { authorization: '' };
  const ids: string[] = [];
  const draft = async (data: object): Promise<string> => {
    const documentId = await draftArticle(newsroom(), { ...data });
    ids.push(documentId);
    return documentId;
  };
  const narrow = async (name: string, fields: string[]) => {
    const { strapi } = newsroom();
    const permissions = mayWith(strapi, ARTICLE, ['read', 'publish']).map((one) =>
      one.properties?.fields ? { ...one, properties: { ...one.properties, fields } } : one,
    );
    return { authorization: `Bearer ${(await createAdminUser(strapi, name, permissions)).token}` };
  };
  beforeEach(async () => {
    everything = { authorization: `Bearer ${await renewSession(newsroom())}` };
    headlines = await narrow(`told-headlines-${ids.length}`, ['title']);
  });
  afterAll(async () => {
    for (const documentId of ids) await newsroom().strapi.documents(ARTICLE).delete({ documentId });
  });
  const get = async (path: string, as: { authorization: string }) =>
    (await newsroom().http().get(path).set(as).expect(200)).body.data;
  const post = async (path: string, sent: object, as: { authorization: string }) =>
    (await newsroom().http().post(path).set(as).send(sent).expect(200)).body.data;

  it('of one that is held back: when it was due, why, and the market of its text', async () => {
    const { strapi } = newsroom();
    const levels = strapi.config.get<object>('newsroom.rules');
    const documentId = await draft({
      ...{ kind: 'opinion', body: body('Rio Tinto (LSE: RIO)') },
      publishAt: await inMs(newsroom(), MINUTE_MS),
    });
    strapi.config.set('newsroom.rules', { ...levels, byline: 'block' });
    await passTime(newsroom(), MINUTE_MS);
    strapi.config.set('newsroom.rules', levels);
    expect((await actsOf(newsroom(), documentId)).at(-1)?.act).toBe('held-back');
    const times = `/newsroom/articles/${documentId}/times`;
    expect(await get(times, headlines)).toMatchObject({
      heldBack: { at: null, reason: null, reasons: [{ code: 'unreadable' }] },
      market: { mic: 'XNYS' },
    });
    const due = expect.any(String);
    expect(await get(times, everything)).toMatchObject({
      heldBack: { at: due, reason: due, reasons: [{ code: 'missingByline' }] },
      market: { mic: 'XLON' },
    });
    const attention = '/newsroom/schedule/attention';
    const heldBack = async (as: { authorization: string }) =>
      ((await get(attention, as)).heldBack as { documentId: string }[]).filter(
        (one) => one.documentId === documentId,
      );
    expect(await heldBack(headlines)).toEqual([]);
    expect(await heldBack(everything)).toMatchObject([{ reasons: [{ code: 'missingByline' }] }]);
    const schedules = await narrow('told-schedules', ['title', 'publishAt']);
    expect(await heldBack(schedules)).toMatchObject([{ reason: null, reasons: [{ code: 'unreadable' }] }]);
    const from = (await inMs(newsroom(), -60 * MINUTE_MS)).toISOString();
    const to = (await inMs(newsroom(), 60 * MINUTE_MS)).toISOString();
    const agenda = await get(`/newsroom/schedule?from=${from}&to=${to}`, headlines);
    expect(JSON.stringify(agenda)).not.toContain(documentId);
  });

  it('of one under embargo: that something keeps it back, and no more', async () => {
    const embargoUntil = await inMs(newsroom(), 60 * MINUTE_MS);
    const documentId = await draft({ kind: 'opinion', body: body('Rio (TSX/NYSE: SHOPQ)'), embargoUntil });
    const links = { connect: [], disconnect: [] };
    const form = { documentId, entry: { title: 'Another' }, tickers: links, disclaimers: links };
    const unreadable = expect.objectContaining({ level: 'block', field: '', fault: 'unreadable' });
    const told = { findings: [unreadable], disclaimers: null };
    expect(await get(`${CHECKS}/${documentId}`, headlines)).toMatchObject(told);
    expect(await post(CHECKS, form, headlines)).toMatchObject(told);
    const selection = { documentIds: [documentId] };
    const [kept] = await post(`${CHECKS}/drafts`, selection, headlines);
    expect(kept.hindrances).toEqual([
      expect.objectContaining({ field: '', fault: 'unreadable', values: {} }),
    ]);
    const bulk = await newsroom()
      .http()
      .post(`/content-manager/collection-types/${ARTICLE}/actions/bulkPublish`)
      .set(headlines)
      .send({ ...selection, locale: 'en' });
    expect([bulk.status, bulk.text]).toEqual([400, expect.stringContaining('your role may not read')]);
    expect(bulk.text).not.toContain(embargoUntil.toISOString());
    const all = await get(`${CHECKS}/${documentId}`, everything);
    expect((all.findings as { fault: string }[]).map(({ fault }) => fault)).toEqual(
      expect.arrayContaining(['embargo', 'missingByline']),
    );
    // What a form sends is the caller's own.
    const own = await post(CHECKS, { ...form, entry: { byline: '', kind: 'opinion' } }, headlines);
    expect(own.findings).toEqual([unreadable, expect.objectContaining({ fault: 'missingByline' })]);
  });
};
