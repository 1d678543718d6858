import type { CaptureService } from 'strapi-plugin-quote-snapshots/strapi-server';
import { createAdminUser } from '../../../support/admin-user';
import { ARTICLE, publishArticle, readSnapshots, record } from '../../../support/articles';
import { deleteRecordRows, insertRecordRows } from '../../../support/record-rows';
import { admin, type AdminApi } from './asking';

/** The snapshots of documents, and what an editor does with them. */
export const snapshots = ({ newsroom, people }: AdminApi): void => {
  it('tells the current snapshots and the earlier ones of a document, with what waits to replace them', async () => {
    const { provider } = newsroom();
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: TSLA)']);
    const path = `/documents/${ARTICLE}/${documentId}`;
    const [snapshot] = await readSnapshots(newsroom(), documentId);
    await admin(newsroom())
      .post(`/snapshots/${snapshot?.documentId}/recapture`, { reason: 'A typo.' })
      .expect(200);
    const { body: now } = await admin(newsroom()).get(path).expect(200);
    expect(now.data).toEqual([
      expect.objectContaining({ state: 'captured', price: 483.37, replacement: null, current: true }),
    ]);
    expect(now.meta).toEqual({ earlier: 1 });
    const { body: history } = await admin(newsroom()).get(`${path}/history`).expect(200);
    expect(history.data).toEqual([expect.objectContaining({ documentId: snapshot?.documentId })]);
    expect(history.meta).toEqual({ page: 1, pageCount: 1, total: 1 });

    provider.fail('status-500');
    // What was said of TSLA a moment ago is still known to the desk: another instrument is not.
    const failing = await publishArticle(newsroom(), ['(NASDAQ: FLSX)']);
    provider.fail(undefined);
    const { body: waiting } = await admin(newsroom()).get(`/documents/${ARTICLE}/${failing}`).expect(200);
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
    await admin(newsroom()).post(`/snapshots/${pending?.documentId}/try-again`, {}).expect(200);
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
    await admin(newsroom()).post(`/snapshots/${failed?.documentId}/try-again`, {}).expect(200);
    const [captured] = await readSnapshots(newsroom(), documentId);
    expect(captured).toMatchObject({ state: 'captured', price: 12 });
    await admin(newsroom()).post(`/snapshots/${captured?.documentId}/try-again`, {}).expect(400);
  });

  it('voids with a reason, and not without', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const [snapshot] = await readSnapshots(newsroom(), documentId);
    const path = `/snapshots/${snapshot?.documentId}/void`;
    const refused = await admin(newsroom()).post(path, { reason: '  ' }).expect(400);
    expect(refused.body.error.message).toContain('reason');
    await admin(newsroom()).post(path, { reason: 'Halted.' }).expect(200);
    expect(await record(newsroom(), documentId)).toEqual([
      expect.objectContaining({ state: 'voided', reason: 'Halted.', price: 480 }),
    ]);
    await admin(newsroom()).post('/snapshots/nothing/void', { reason: 'Halted.' }).expect(404);
  });

  it('counts the states of many documents at once, locale by locale', async () => {
    const first = await publishArticle(newsroom(), ['(NASDAQ: MSFT), (NYSE: ORCL), (NASDAQ: NOSUX)']);
    const second = await publishArticle(newsroom(), ['Nothing.']);
    const sent = { model: ARTICLE, documentIds: [first, second] };
    const { body: answer } = await admin(newsroom()).post('/summary', sent).expect(200);
    expect(answer.data).toEqual({ [first]: { captured: 2, unavailable: 1 } });
    const spanish = await admin(newsroom())
      .post('/summary', { ...sent, locale: 'es' })
      .expect(200);
    expect(spanish.body.data).toEqual({});
  });

  it('lists the publications that want a person, while they are published', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: NOSUX)'], { title: 'Wants a person' });
    const mine = async (token?: string) => {
      const { body: answer } = await admin(newsroom(), token).get('/attention').expect(200);
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
    expect(await mine(people().reader.token)).toHaveLength(1);
    expect(await mine(people().author.token)).toEqual([]);
    await newsroom().strapi.documents(ARTICLE).unpublish({ documentId });
    expect(await mine()).toEqual([]);
  });

  it('lists what its reader may see, however much of others is newer, and counts all of it', async () => {
    const { strapi } = newsroom();
    const author = await strapi.db.query('admin::user').findOne({ where: { email: people().author.email } });
    const own = await publishArticle(newsroom(), ['(NASDAQ: NOSUX)'], { createdBy: author.id });
    const others = await publishArticle(newsroom(), ['(NASDAQ: NOSUX)']);
    // Of the minute after: they are newer than what the author has.
    const publishedAt = new Date(Date.now() + 60_000);
    const symbol = 'ATNQ';
    await insertRecordRows(newsroom(), {
      documentId: others,
      count: 250,
      symbol,
      state: 'unavailable',
      publishedAt,
    });
    const listed = async (token?: string) =>
      (await admin(newsroom(), token).get('/attention').expect(200)).body.data;
    const [latest] = await listed();
    const seen = await listed(people().author.token);
    await deleteRecordRows(newsroom(), symbol);
    expect(latest).toMatchObject({
      documentId: others,
      failed: 251,
      pending: 0,
      publishedAt: publishedAt.toISOString(),
    });
    expect(seen).toEqual([expect.objectContaining({ documentId: own, failed: 1, pending: 0 })]);
  });

  it('names a publication by its documentId where its reader may not read titles', async () => {
    const { strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: NOSUX)'], { title: 'Not for everybody' });
    const untitled = await createAdminUser(strapi, 'untitled', [
      { action: 'plugin::quote-snapshots.snapshots.read' },
      {
        action: 'plugin::content-manager.explorer.read',
        subject: ARTICLE,
        properties: { fields: ['kind'], locales: ['en'] },
      },
    ]);
    const { body: answer } = await admin(newsroom(), untitled.token).get('/attention').expect(200);
    expect(answer.data).toContainEqual(expect.objectContaining({ documentId, title: documentId }));
    expect(JSON.stringify(answer)).not.toContain('Not for everybody');
  });

  it('lists a publication whose quote waits within a minute, and no more once it is there', async () => {
    const { clock, provider, strapi } = newsroom();
    provider.quote('QWAIT', { Price: 10, PrevClose: 9, Name: 'Waiting Inc.' });
    provider.fail('status-503');
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: QWAIT)'], {
      title: 'Waits for its quote',
    });
    const mine = async () => {
      const { body: answer } = await admin(newsroom()).get('/attention').expect(200);
      return answer.data.filter((one: { documentId: string }) => one.documentId === documentId);
    };
    // A quote that comes a moment late is nobody's trouble.
    expect(await mine()).toEqual([]);
    // The widget asks every fifteen seconds: what is listed after less than 45 is on the screen within a minute.
    clock.advance(44_000);
    expect(await mine()).toEqual([
      expect.objectContaining({ title: 'Waits for its quote', pending: 1, failed: 0 }),
    ]);
    provider.fail(undefined);
    const [waiting] = await readSnapshots(newsroom(), documentId);
    await strapi
      .plugin('quote-snapshots')
      .service<CaptureService>('capture')
      .retry(waiting?.documentId ?? '');
    await strapi.plugin('quote-snapshots').service<CaptureService>('capture').flush();
    expect(await mine()).toEqual([]);
  });
};
