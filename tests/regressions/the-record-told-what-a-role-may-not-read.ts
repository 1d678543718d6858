import { createAdminUser, mayWith, type Permission } from '../support/admin-user';
import { ARTICLE, body, publishArticle, settled } from '../support/articles';
import { ACT, changedArticles, CORRECTION, NOTE, RIGHT, WRONG } from '../support/changed-articles';
import type { Suite } from '../support/describe-newsroom';

const READ = 'plugin::content-manager.explorer.read';
const LOCALES = ['en', 'es', 'fr', 'de'];
const SUMMARY = 'Twenty of them.';

/**
 * Whoever might read an article was answered all of its record: fields that their role may not read, and figures without the
 * permission to see quotes.
 */
export const regression: Suite = (newsroom) => {
  const { documents, letTimePass } = changedArticles(newsroom);
  let roles = 0;
  const readsArticle = (fields: string[]): Permission => ({
    action: READ,
    subject: ARTICLE,
    properties: { fields, locales: LOCALES },
  });
  const readsActs: Permission = { action: READ, subject: ACT };
  const readsWordings: Permission = {
    action: READ,
    subject: 'api::disclaimer-wording.disclaimer-wording',
    properties: { fields: ['text'] },
  };
  const seesQuotes: Permission = { action: 'plugin::quote-snapshots.snapshots.read' };
  const asRole = async (...permissions: Permission[]) => {
    const { token } = await createAdminUser(newsroom().strapi, `limited-${(roles += 1)}`, permissions);
    return async (path: string) =>
      newsroom()
        .http()
        .get(`/newsroom/articles/${documentId}/${path}`)
        .set('authorization', `Bearer ${token}`)
        .expect(200);
  };
  let documentId: string;
  let disclaimer: string;
  beforeAll(async () => {
    await letTimePass();
    const created = await newsroom()
      .strapi.documents('api::disclaimer.disclaimer')
      .create({
        data: { key: 'told', name: 'Told', text: 'No advice.', appliesTo: 'every-article' },
        status: 'published',
      });
    disclaimer = created.documentId;
  });
  beforeEach(letTimePass);
  afterAll(async () => {
    await newsroom()
      .strapi.db.query('api::disclaimer.disclaimer')
      .deleteMany({ where: { documentId: disclaimer } });
  });

  describe.each([
    ['that is there', false],
    ['that is deleted', true],
  ])('of an article %s', (_case, isDeleted) => {
    let correction: number;
    let update: number;
    beforeAll(async () => {
      await letTimePass();
      documentId = await publishArticle(newsroom(), [WRONG, '(NASDAQ: MSFT)'], {
        summary: SUMMARY,
        coverCaption: 'Coins.',
        coverCredit: 'Ada',
      });
      newsroom().clock.advance(60_000);
      const right = body(RIGHT, '(NASDAQ: MSFT)');
      await documents().update({ documentId, data: { body: right, ...CORRECTION }, status: 'published' });
      newsroom().clock.advance(60_000);
      await documents().update({
        documentId,
        data: { summary: 'Pence.', changeKind: 'update', changeNote: 'The chief called.' },
        status: 'published',
      });
      await settled(newsroom());
      const { body: answer } = await newsroom()
        .http()
        .get(`/newsroom/articles/${documentId}/publications`)
        .set('authorization', `Bearer ${newsroom().adminToken}`);
      [{ id: update }, { id: correction }] = answer.data;
      if (isDeleted) await documents().delete({ documentId, locale: '*' });
    });

    it('a role without a field is not answered it, and told so', async () => {
      const read = await asRole(readsArticle(['title', 'coverCaption']), readsActs);
      const answer = await read(`publications/${correction}`);
      expect(answer.body.data).toMatchObject({
        title: expect.any(String),
        coverCaption: 'Coins.',
        summary: null,
        paragraphs: null,
        coverCredit: null,
        disclaimers: null,
        figures: null,
        corrections: null,
        note: null,
      });
      expect([...answer.body.data.withheld].sort()).toEqual([
        'byline',
        'corrections',
        'coverCredit',
        'disclaimers',
        'figures',
        'note',
        'paragraphs',
        'summary',
      ]);
      const list = await read('publications');
      expect(
        list.body.data.map(({ note, withheld }: { note: null; withheld: string[] }) => [note, withheld]),
      ).toEqual([
        [null, ['note']],
        [null, ['note']],
        [null, []],
      ]);
      expect(list.body.meta.first).toMatchObject({ change: 'first', note: null, withheld: [] });
      for (const { text } of [answer, list]) {
        expect(text).not.toMatch(/20 pence|Twenty|Ada|No advice|MSFT|480|The chief called|in cents/);
      }
    });

    it('a role with them is, a note to readers with the corrections, figures with the quotes', async () => {
      const fields = [
        'title',
        'byline',
        'summary',
        'body',
        'coverCaption',
        'coverCredit',
        'disclaimers',
        'corrections',
      ];
      const read = await asRole(readsArticle(fields), readsActs, readsWordings, seesQuotes);
      expect((await read(`publications/${correction}`)).body.data).toMatchObject({
        summary: SUMMARY,
        paragraphs: [RIGHT, '(NASDAQ: MSFT)'],
        coverCredit: 'Ada',
        disclaimers: [{ text: 'No advice.' }],
        figures: [{ instrument: 'XNAS:MSFT', price: 480 }],
        corrections: [{ text: NOTE }],
        note: NOTE,
        withheld: [],
      });
      // Readers are not told why it was updated.
      expect((await read(`publications/${update}`)).body.data).toMatchObject({
        note: null,
        withheld: ['note'],
      });
      const desk = await asRole(readsArticle([...fields, 'changeNote']), readsActs);
      expect((await desk(`publications/${update}`)).body.data).toMatchObject({
        note: 'The chief called.',
        figures: null,
        disclaimers: null,
        withheld: ['disclaimers', 'figures'],
      });
    });
  });

  it('a field that is read of own articles alone is not read of others', async () => {
    const { strapi } = newsroom();
    const others = await publishArticle(newsroom(), [WRONG], { summary: SUMMARY });
    const [own] = mayWith(strapi, ARTICLE, ['read'], ['admin::is-creator']);
    const { token, email } = await createAdminUser(strapi, 'limited-own', [readsArticle(['title']), own!]);
    const { id: user } = await strapi.db.query('admin::user').findOne({ where: { email } });
    const mine = await publishArticle(newsroom(), [WRONG], { summary: SUMMARY, createdBy: user });
    const summaryOf = async (article: string) => {
      const get = (path: string) =>
        newsroom()
          .http()
          .get(`/newsroom/articles/${article}/publications${path}`)
          .set('authorization', `Bearer ${token}`)
          .expect(200);
      const [{ id }] = (await get('')).body.data;
      return (await get(`/${id}`)).body.data.summary as string | null;
    };
    expect([await summaryOf(mine), await summaryOf(others)]).toEqual([SUMMARY, null]);
  });
};
