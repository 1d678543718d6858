import { createAdminUser, mayWith, signInAs, type Permission } from '../support/admin-user';
import { ARTICLE, body, publishArticle, title } from '../support/articles';
import { ACT, changedArticles, CORRECTION, RIGHT, WRONG } from '../support/changed-articles';
import type { Suite } from '../support/describe-newsroom';

const READ = 'plugin::content-manager.explorer.read';

/**
 * The record of what readers saw is kept for the day when an article is gone. Its routes asked for the article, and answered 404 then,
 * also where a single language of the article was deleted.
 */
export const regression: Suite = (newsroom) => {
  const { documents, letTimePass } = changedArticles(newsroom);
  const by = (token: string) => (path: string) =>
    newsroom().http().get(`/newsroom/articles/${path}`).set('authorization', `Bearer ${token}`);
  const as = async (role: string) => by(await signInAs(newsroom().strapi, role));
  let roles = 0;
  const asRole = async (...permissions: Permission[]) =>
    by((await createAdminUser(newsroom().strapi, `deleted-${(roles += 1)}`, permissions)).token);
  const readsActs: Permission = { action: READ, subject: ACT };
  const readsIn = (...locales: string[]): Permission => ({
    action: READ,
    subject: ARTICLE,
    properties: { fields: ['title', 'body'], locales },
  });
  const correct = async (documentId: string) => {
    newsroom().clock.advance(60_000);
    await documents().update({
      documentId,
      data: { body: body(RIGHT), ...CORRECTION },
      status: 'published',
    });
  };
  beforeEach(letTimePass);

  it('is read by Compliance, with words and figures, and by nobody else', async () => {
    const documentId = await publishArticle(newsroom(), [WRONG, '(NASDAQ: MSFT)']);
    await correct(documentId);
    await documents().delete({ documentId, locale: '*' });
    const read = await as('newsroom-compliance');
    const { data } = (await read(`${documentId}/publications`).expect(200)).body;
    expect(data.map(({ change }: { change: string }) => change)).toEqual(['correction', 'first']);
    const shown = await Promise.all(
      data.map(({ id }: { id: number }) => read(`${documentId}/publications/${id}`).expect(200)),
    );
    expect(shown.map((answer) => answer.body.data)).toMatchObject([
      { paragraphs: [RIGHT], figures: [] },
      {
        paragraphs: [WRONG, '(NASDAQ: MSFT)'],
        figures: [{ instrument: 'XNAS:MSFT', price: 480 }],
        withheld: [],
      },
    ]);
    const superAdmin = by(newsroom().adminToken);
    await superAdmin(`${documentId}/publications`).expect(200);
    const editor = await as('newsroom-editor');
    for (const path of ['publications', `publications/${data[0].id}`]) {
      await editor(`${documentId}/${path}`).expect(404);
      await (await as('newsroom-reporter'))(`${documentId}/${path}`).expect(404);
      await (await asRole(readsActs))(`${documentId}/${path}`).expect(403);
      await newsroom().http().get(`/newsroom/articles/${documentId}/${path}`).expect(401);
    }
    await read('nosuchdocument/publications').expect(404);
    await read(`${documentId}/publications?locale=es`).expect(404);
  });

  it('is read of a language that was deleted alone; its others stay as they were', async () => {
    const documentId = await publishArticle(newsroom(), [WRONG]);
    await documents().update({
      documentId,
      locale: 'es',
      data: { title: title(), body: body('En céntimos.') },
      status: 'published',
    });
    await documents().delete({ documentId, locale: 'es' });
    const read = await as('newsroom-compliance');
    const { data } = (await read(`${documentId}/publications?locale=es`).expect(200)).body;
    const shown = await read(`${documentId}/publications/${data[0].id}?locale=es`).expect(200);
    expect(shown.body.data.paragraphs).toEqual(['En céntimos.']);
    const editor = await as('newsroom-editor');
    await editor(`${documentId}/publications?locale=es`).expect(404);
    await editor(`${documentId}/publications?locale=en`).expect(200);
    // Not published, and not deleted: the article is there to be asked for.
    await documents().unpublish({ documentId, locale: 'en' });
    await editor(`${documentId}/publications?locale=en`).expect(200);
  });

  it('is not read where the role’s conditions could not be asked, nor in another locale', async () => {
    const documentId = await publishArticle(newsroom(), [WRONG]);
    const [{ id }] = (await by(newsroom().adminToken)(`${documentId}/publications`)).body.data;
    await documents().delete({ documentId, locale: '*' });
    const paths = [`${documentId}/publications`, `${documentId}/publications/${id}`];
    const { strapi } = newsroom();
    // Apps add conditions of their own while they start.
    strapi.isLoaded = false;
    await strapi
      .service('admin::permission')
      .conditionProvider.register({
        displayName: 'By somebody else',
        name: 'by-somebody-else',
        category: 'tests',
        handler: (user: { id: number }) => ({ 'createdBy.id': { $ne: user.id } }),
      })
      .finally(() => {
        strapi.isLoaded = true;
      });
    for (const conditions of [['admin::is-creator'], ['api::by-somebody-else']]) {
      const [own] = mayWith(strapi, ARTICLE, ['read'], conditions);
      const read = await asRole(readsActs, own!);
      for (const path of paths) await read(path).expect(404);
    }
    const spanish = await asRole(readsActs, readsIn('es'));
    const english = await asRole(readsActs, readsIn('en'));
    const noActs = await asRole(readsIn('en'));
    for (const path of paths) {
      await spanish(path).expect(404);
      await noActs(path).expect(404);
      await english(path).expect(200);
    }
  });

  it('is read in a language that the newsroom has no more, by those who read all that it has', async () => {
    const { strapi } = newsroom();
    const locales = strapi.plugin('i18n').service('locales');
    const { id } = await locales.create({ code: 'sv', name: 'Swedish' });
    const { documentId } = await documents().create({
      data: { title: title(), body: body('På svenska.') },
      locale: 'sv',
      status: 'published',
    });
    await documents().unpublish({ documentId, locale: 'sv' });
    await locales.delete({ id });
    const path = `${documentId}/publications?locale=sv`;
    expect((await (await as('newsroom-compliance'))(path).expect(200)).body.data).toHaveLength(1);
    await (await asRole(readsActs, readsIn('en')))(path).expect(404);
  });
};
