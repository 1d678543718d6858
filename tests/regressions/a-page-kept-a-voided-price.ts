import { voidCapturedSnapshot } from '../../src/plugins/quote-snapshots/server/src/store/statements/void-captured-snapshot';
import { ARTICLE, later, record, settled } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';
import { signIn } from '../support/newsroom';
import { createWebhookReceiver, type ReceivedEvent } from '../support/webhook-receiver';

const EVENTS = ['captured', 'failed', 'voided', 'corrected'].map((name) => `quote-snapshots.${name}`);

/** A void sent no event, and a capture again none of its own: a page made from the API kept a price that was void. */
export const regression: Suite = (newsroom) => {
  const { listing, publish } = createListings(newsroom, 'VO');
  eachAfterAWhile(newsroom);

  /** A website: it makes a page anew whenever it is told of one, and shows the prices that may be used. */
  const pages = new Map<string, number[]>();
  let website: Awaited<ReturnType<typeof createWebhookReceiver>>;
  const makePage = async ({ documentId = '' }: ReceivedEvent): Promise<void> => {
    const answer = await newsroom().http().get(`/api/articles/${documentId}?populate[quoteSnapshots]=true`);
    const { quoteSnapshots } = answer.body.data as { quoteSnapshots: { state: string; price: number }[] };
    pages.set(
      documentId,
      quoteSnapshots.filter(({ state }) => state === 'captured').map(({ price }) => price),
    );
  };
  const heardOf = (documentId: string): string[] =>
    website.received.filter((event) => event.documentId === documentId).map(({ event }) => event);
  const hears = (event: string, documentId: string): Promise<void> =>
    website.hears((heard) => heard.event === event && heard.documentId === documentId);
  const act = async (path: 'void' | 'recapture', documentId: string) =>
    newsroom()
      .http()
      .post(`/quote-snapshots/snapshots/${documentId}/${path}`)
      .set('authorization', `Bearer ${await signIn(newsroom())}`)
      .send({ reason: 'The source was wrong.' })
      .expect(200);
  const current = async (documentId: string) =>
    (await record(newsroom(), documentId)).filter((row) => row.current);

  beforeAll(async () => {
    website = await createWebhookReceiver(makePage);
    await newsroom()
      .http()
      .post('/admin/webhooks')
      .set('authorization', `Bearer ${await signIn(newsroom())}`)
      .send({ name: 'Website', url: website.url, events: EVENTS, headers: {} })
      .expect(201);
  });
  afterAll(async () => {
    const webhooks = newsroom().strapi.get('webhookStore');
    for (const webhook of await webhooks.findWebhooks()) {
      newsroom().strapi.get('webhookRunner').remove(webhook);
      await webhooks.deleteWebhook(webhook.id);
    }
    await website.close();
  });

  it('a void is told, and the page shows the price no longer', async () => {
    const documentId = await publish(listing());
    await hears('quote-snapshots.captured', documentId);
    expect(pages.get(documentId)).toEqual([10]);
    const [snapshot] = await current(documentId);
    await act('void', snapshot?.documentId ?? '');
    await hears('quote-snapshots.voided', documentId);
    expect(pages.get(documentId)).toEqual([]);
    const told = website.received.find(
      (event) => event.documentId === documentId && event.event === 'quote-snapshots.voided',
    );
    expect(told).toMatchObject({
      changed: [snapshot?.documentId],
      snapshots: [{ state: 'voided', current: true, reason: 'The source was wrong.' }],
    });
  });

  it('at once, while another quote of the publication still waits', async () => {
    newsroom().provider.quote('VOW', { Price: 'NA', PrevClose: 1 });
    const documentId = await publish(listing(), 'VOW');
    await settled(newsroom());
    expect(heardOf(documentId)).toEqual([]);
    const captured = (await current(documentId)).find(({ state }) => state === 'captured');
    await act('void', captured?.documentId ?? '');
    await hears('quote-snapshots.voided', documentId);
    expect(pages.get(documentId)).toEqual([]);
    newsroom().provider.quote('VOW', { Price: 5, PrevClose: 1 });
    await later(newsroom());
    await hears('quote-snapshots.captured', documentId);
    expect(pages.get(documentId)).toEqual([5]);
  });

  it('a capture again is told as a correction, and the page shows its price', async () => {
    const symbol = listing();
    const documentId = await publish(symbol);
    await hears('quote-snapshots.captured', documentId);
    newsroom().provider.quote(symbol, { Price: 11, PrevClose: 8 });
    newsroom().clock.advance(15_000);
    const [snapshot] = await current(documentId);
    await act('recapture', snapshot?.documentId ?? '');
    await hears('quote-snapshots.corrected', documentId);
    expect(pages.get(documentId)).toEqual([11]);
    expect(heardOf(documentId)).toEqual(['quote-snapshots.captured', 'quote-snapshots.corrected']);
  });

  it('a capture again that is given up is told as a failure, and the price stands', async () => {
    const symbol = listing();
    const documentId = await publish(symbol);
    await hears('quote-snapshots.captured', documentId);
    newsroom().provider.fail('status-500');
    // What was said a moment ago is said again.
    newsroom().clock.advance(15_000);
    const [snapshot] = await current(documentId);
    await act('recapture', snapshot?.documentId ?? '');
    await later(newsroom(), 25 * 3_600_000);
    await hears('quote-snapshots.failed', documentId);
    expect(pages.get(documentId)).toEqual([10]);
  });

  it('a void is told by whoever comes next, where the process died before it could', async () => {
    const { strapi } = newsroom();
    const documentId = await publish(listing());
    await hears('quote-snapshots.captured', documentId);
    const [row] = await strapi.db
      .query('plugin::quote-snapshots.quote-snapshot')
      .findMany({ where: { relatedDocumentId: documentId } });
    // What a process has written that dies before it tells.
    await voidCapturedSnapshot(strapi, row.id, { reason: 'Halted.', by: null });
    await later(newsroom());
    await hears('quote-snapshots.voided', documentId);
    expect(pages.get(documentId)).toEqual([]);
  });

  it('a void that is rolled back is not told', async () => {
    const { strapi } = newsroom();
    const documentId = await publish(listing());
    await hears('quote-snapshots.captured', documentId);
    const [snapshot] = await current(documentId);
    const capture = strapi.plugin('quote-snapshots').service('capture');
    const undone = strapi.db.transaction(async () => {
      await capture.void(snapshot?.documentId, 'Halted.');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await strapi.documents(ARTICLE).findOne({ documentId });
    await later(newsroom());
    expect(heardOf(documentId)).toEqual(['quote-snapshots.captured']);
    // One that commits with its transaction is.
    await strapi.db.transaction(() => capture.void(snapshot?.documentId, 'Halted.'));
    await settled(newsroom());
    await hears('quote-snapshots.voided', documentId);
    expect(pages.get(documentId)).toEqual([]);
  });
};
