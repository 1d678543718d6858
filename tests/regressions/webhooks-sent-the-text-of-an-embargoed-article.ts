import { authorizeToken } from '../support/api-token';
import { draftArticle, inMs, MINUTE_MS, passTime, storedTimes } from '../support/article-times';
import { ARTICLE, body, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createWebhookReceiver } from '../support/webhook-receiver';

const COMPANY = 'api::company.company';
const WORD = 'Plantedwebhook';
const EVENTS = ['entry.create', 'entry.update', 'entry.delete', 'entry.publish', 'entry.unpublish'];

/**
 * Strapi's webhooks send an entry whole at each save: a frontend that was told of saved drafts got the text of an article under embargo,
 * and so did one that was told of companies, which send their articles with them.
 */
export const regression: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  let receiver: Awaited<ReturnType<typeof createWebhookReceiver>>;
  const runner = () =>
    newsroom().strapi.get<{ add(hook: object): void; remove(hook: object): void }>('webhookRunner');
  const webhook = () => ({ id: 'planted', url: receiver.url, headers: {}, events: EVENTS, isEnabled: true });
  const words = { title: `${WORD} buys`, summary: WORD, byline: WORD, body: body(WORD) };
  beforeAll(async () => {
    receiver = await createWebhookReceiver();
    runner().add(webhook());
  });
  afterAll(async () => {
    runner().remove(webhook());
    await receiver.close();
  });
  afterEach(() => {
    receiver.received.length = 0;
  });
  const heard = (event: string, documentId: string, locale = 'en') =>
    receiver.hears(
      (one) => one.event === event && one.entry?.documentId === documentId && one.entry.locale === locale,
    );

  it('of an article under embargo they send what names it, in each of its languages, also when it is deleted', async () => {
    const embargoUntil = await inMs(newsroom(), 60 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { ...words, embargoUntil });
    await heard('entry.create', documentId);
    // Over HTTP by a caller who may read no drafts: the embargo is found all the same.
    const writer = await authorizeToken(newsroom().strapi, 'custom', ['api::article.article.update']);
    await newsroom()
      .http()
      .put(`/api/articles/${documentId}?status=draft`)
      .set('authorization', writer)
      .send({ data: { summary: `${WORD} again` } })
      .expect(200);
    await heard('entry.update', documentId);
    await articles().update({ documentId, locale: 'de', data: words });
    await heard('entry.create', documentId, 'de');
    const uid = ARTICLE;
    expect(receiver.received.find(({ event }) => event === 'entry.update')).toMatchObject({
      uid,
      model: 'article',
    });
    const [update] = receiver.received.filter(({ event }) => event === 'entry.update');
    const until = (await storedTimes(newsroom(), documentId))?.embargoUntil;
    expect(update?.entry).toEqual({ id: expect.any(Number), documentId, locale: 'en', embargoUntil: until });
    await articles().delete({ documentId, locale: '*' });
    await heard('entry.delete', documentId);
    await heard('entry.delete', documentId, 'de');
    expect(JSON.stringify(receiver.received)).not.toContain(WORD);
  });

  it('of a company, neither: it sends its articles with it', async () => {
    const company = await newsroom()
      .strapi.documents(COMPANY)
      .create({ data: { name: title() } as never });
    await receiver.hears(({ entry }) => entry?.documentId === company.documentId);
    const embargoUntil = await inMs(newsroom(), 60 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), {
      ...words,
      companies: [company.documentId],
      embargoUntil,
    });
    await newsroom()
      .strapi.documents(COMPANY)
      .update({ documentId: company.documentId, data: { name: title() } });
    await heard('entry.create', documentId);
    await receiver.hears(({ event, uid }) => event === 'entry.update' && uid === COMPANY);
    const update = receiver.received.find(({ event, uid }) => event === 'entry.update' && uid === COMPANY);
    expect(update?.entry?.articles).toEqual([expect.objectContaining({ documentId })]);
    expect(JSON.stringify(receiver.received)).not.toContain(WORD);
    await articles().delete({ documentId });
    await heard('entry.delete', documentId);
  });

  it('what is under no embargo, or not any more, is sent as Strapi sends it', async () => {
    const free = await draftArticle(newsroom(), words);
    await heard('entry.create', free);
    expect(receiver.received.at(-1)?.entry).toMatchObject({ title: words.title });
    const embargoUntil = await inMs(newsroom(), 60 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { ...words, embargoUntil });
    await passTime(newsroom(), 60 * MINUTE_MS);
    await articles().publish({ documentId });
    await heard('entry.publish', documentId);
    expect(receiver.received.at(-1)?.entry).toMatchObject({ title: words.title });
    for (const one of [free, documentId]) {
      await articles().delete({ documentId: one });
      await heard('entry.delete', one);
    }
  });
};
