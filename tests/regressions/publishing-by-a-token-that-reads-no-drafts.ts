import { authorizeToken } from '../support/api-token';
import { ARTICLE, body, readSnapshots, record, settled, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const ACTIONS = ['create', 'update'].map((action) => `api::article.article.${action}`);
const DISCLAIMER = 'api::disclaimer.disclaimer';

/**
 * Drafts are kept from a token without `findDraft`, and not from the newsroom that publishes for it: rules, links,
 * wordings, quotes and events read what they need, while the write goes on and after it has committed.
 */
export const regression: Suite = (newsroom) => {
  let authorization: string;
  beforeAll(async () => {
    authorization = await authorizeToken(newsroom().strapi, 'custom', [
      ...ACTIONS,
      'api::article.article.find',
      'api::article.article.findOne',
      // Strapi takes links to what a token may read.
      'api::disclaimer.disclaimer.find',
      'plugin::quote-snapshots.quote-snapshot.find',
    ]);
  });
  const post = (query: string, data: object) =>
    newsroom().http().post(`/api/articles?${query}`).set('authorization', authorization).send({ data });
  const put = (documentId: string, query: string, data: object) =>
    newsroom()
      .http()
      .put(`/api/articles/${documentId}?${query}`)
      .set('authorization', authorization)
      .send({ data });
  const mutate = (query: string) =>
    newsroom().http().post('/graphql').set('authorization', authorization).send({ query });
  const remove = (documentId: string) => newsroom().strapi.documents(ARTICLE).delete({ documentId });

  it('captures and links, and answers with the figures where they are asked for', async () => {
    const answer = await post('populate[quoteSnapshots]=true', {
      title: title(),
      body: body('Shares of Microsoft (NASDAQ: MSFT) rose.'),
    }).expect(201);
    expect(answer.body.data.quoteSnapshots).toMatchObject([
      { symbol: 'MSFT', state: 'captured', price: 480 },
    ]);
    await remove(answer.body.data.documentId);
  });

  it.each(['REST', 'GraphQL'])(
    'a draft that goes out by a later write over %s is captured too',
    async (road) => {
      const drafted = await post('status=draft', { title: title(), body: body('(NASDAQ: MSFT)') }).expect(
        201,
      );
      const { documentId } = drafted.body.data;
      expect(await record(newsroom(), documentId)).toEqual([]);
      if (road === 'REST') await put(documentId, 'status=published', { byline: 'Desk' }).expect(200);
      else {
        const query = `mutation { updateArticle(documentId: "${documentId}", status: PUBLISHED, data: { byline: "Desk" }) { title } }`;
        expect((await mutate(query)).body.errors).toBeUndefined();
      }
      await settled(newsroom());
      expect(await readSnapshots(newsroom(), documentId)).toMatchObject([
        { symbol: 'MSFT', state: 'captured' },
      ]);
      await remove(documentId);
    },
  );

  it('rules are judged, and what is chosen for the draft goes out in its words', async () => {
    const { strapi } = newsroom();
    const chosen = await strapi.documents(DISCLAIMER).create({
      data: { name: title(), key: `chosen-${process.pid}`, text: 'Chosen words.', appliesTo: 'chosen' },
      status: 'published',
    });
    const drafted = await post('status=draft', {
      title: title(),
      body: body('Words.'),
      kind: 'opinion',
      disclaimers: [chosen.documentId],
    }).expect(201);
    const { documentId } = drafted.body.data;
    const levels = strapi.config.get<Record<string, string>>('newsroom.rules');
    const refused = Object.keys(levels);
    const before = { ...levels };
    for (const rule of refused) levels[rule] = 'block';
    try {
      const { body: answer } = await put(documentId, 'status=published', {}).expect(400);
      expect(JSON.stringify(answer.error)).toMatch(/byline/i);
    } finally {
      Object.assign(levels, before);
    }
    await put(documentId, 'status=published', { byline: 'Desk' }).expect(200);
    const out = await strapi
      .documents(ARTICLE)
      .findOne({ documentId, status: 'published', populate: ['appliedDisclaimers'] });
    expect(out?.appliedDisclaimers?.map(({ text }) => text)).toContain('Chosen words.');
    await remove(documentId);
    await strapi.documents(DISCLAIMER).delete({ documentId: chosen.documentId });
  });

  it('events of drafts carry the entry, however the transaction around them ends', async () => {
    const { strapi } = newsroom();
    const heard: { uid: string; entry: { title?: string; companies?: unknown[] } | null }[] = [];
    const stop = strapi.eventHub.on('entry.create', (event) => {
      heard.push(event as (typeof heard)[number]);
      return Promise.resolve();
    });
    const headline = title();
    const drafted = await post('status=draft', { title: headline, body: body('Words.') }).expect(201);
    for (let turns = 0; turns < 50 && heard.length === 0; turns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    stop();
    expect(heard.map(({ entry }) => entry?.title)).toContain(headline);
    await remove(drafted.body.data.documentId);
  });
};
