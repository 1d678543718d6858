import type { Suite } from '../support/describe-newsroom';
import { publishArticle, settled, SNAPSHOT, title } from '../support/articles';

const WORDING = 'api::disclaimer-wording.disclaimer-wording';
const DISCLAIMER = 'api::disclaimer.disclaimer';

/** The content manager called what a type without drafts does not have, and answered 500. */
export const regression: Suite = (newsroom) => {
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    const { strapi } = newsroom();
    const key = `record-${process.pid}-${newsroom().database}`;
    const { documentId } = await strapi.documents(DISCLAIMER).create({
      data: { name: key, key, text: 'Kept.', appliesTo: 'chosen' },
      status: 'published',
    });
    const article = await publishArticle(newsroom(), ['Microsoft (NASDAQ: MSFT)'], {
      disclaimers: [documentId],
    });
    await settled(newsroom());
    const first = async (uid: typeof SNAPSHOT | typeof WORDING, where: object): Promise<string> =>
      (await strapi.db.query(uid).findOne({ where })).documentId;
    ids[SNAPSHOT] = await first(SNAPSHOT, { relatedDocumentId: article });
    ids[WORDING] = await first(WORDING, { key });
    const notices = strapi.documents('api::notice.notice' as typeof DISCLAIMER);
    ids['api::notice.notice'] = (await notices.create({ data: { title: title() } as never })).documentId;
  });
  afterAll(() =>
    newsroom()
      .strapi.documents('api::notice.notice' as typeof DISCLAIMER)
      .delete({ documentId: ids['api::notice.notice'] ?? '' }),
  );

  const HAS_NO_DRAFTS = /has no drafts: its entries are neither published/;
  // The content manager does not show records: Strapi knows of no permission to publish them, not even of a super admin.
  describe.each([
    [SNAPSHOT, /^Policy Failed$/],
    [WORDING, /^Policy Failed$/],
    ['api::notice.notice', HAS_NO_DRAFTS],
  ])('%s', (uid, words) => {
    it.each([
      ['unpublish', () => [`/${ids[uid]}/actions/unpublish`, {}]],
      ['unpublish and discard', () => [`/${ids[uid]}/actions/unpublish`, { discardDraft: true }]],
      ['discard', () => [`/${ids[uid]}/actions/discard`, {}]],
      ['publish', () => [`/${ids[uid]}/actions/publish`, {}]],
      ['bulk unpublish', () => ['/actions/bulkUnpublish', { documentIds: [ids[uid]] }]],
      ['bulk publish', () => ['/actions/bulkPublish', { documentIds: [ids[uid]] }]],
    ] as [string, () => [string, object]][])('%s is refused', async (_name, request) => {
      const [path, data] = request();
      const before = await newsroom()
        .strapi.db.query(uid)
        .findMany({ where: { documentId: ids[uid] } });
      const answer = await newsroom()
        .http()
        .post(`/content-manager/collection-types/${uid}${path}`)
        .set('authorization', `Bearer ${newsroom().adminToken}`)
        .send(data);
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(words);
      expect(
        await newsroom()
          .strapi.db.query(uid as typeof WORDING)
          .findMany({ where: { documentId: ids[uid] } }),
      ).toEqual(before);
    });
  });
};
