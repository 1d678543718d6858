import { body, ARTICLE, title } from '../../support/articles';
import { openPage, readText } from '../../support/site';
import { faultsOfAtom } from '../../support/standards/atom';
import { faultsOfJsonFeed } from '../../support/standards/json-feed';
import { faultsOfRss } from '../../support/standards/rss';
import { faultsOfSitemap } from '../../support/standards/sitemaps';
import type { Suite } from '.';

export const newDatabase: Suite = (newsroom) => {
  it('has the locales en (default), es, fr and de', async () => {
    const locales: { code: string; isDefault: boolean }[] = await newsroom()
      .strapi.plugin('i18n')
      .service('locales')
      .find();
    expect(locales.map(({ code }) => code).sort()).toEqual(['de', 'en', 'es', 'fr']);
    expect(await newsroom().strapi.plugin('i18n').service('locales').getDefaultLocale()).toBe('en');
  });

  it.each([
    'articles',
    'companies',
    'tickers',
    'disclaimers',
    'disclaimer-wordings',
    'quote-snapshots',
    'quote-snapshots/latest',
  ])('lets a visitor read /api/%s', async (path) => {
    await newsroom().http().get(`/api/${path}`).expect(200);
  });

  it.each(['articles', 'companies', 'tickers', 'disclaimers'])(
    'lets no visitor write /api/%s',
    async (path) => {
      await newsroom().http().post(`/api/${path}`).send({ data: {} }).expect(403);
    },
  );

  it('lets no visitor register, sign in or read users and files', async () => {
    const { http } = newsroom();
    await http()
      .post('/api/auth/local/register')
      .send({ username: 'a', email: 'a@example.com', password: 'secret-1' })
      .expect(403);
    await http().post('/api/auth/local').send({ identifier: 'a', password: 'b' }).expect(403);
    await http().get('/api/users').expect(403);
    const input = '{ username: "a", email: "a@example.com", password: "secret-1" }';
    const answer = await http()
      .post('/graphql')
      .send({ query: `mutation { register(input: ${input}) { jwt } }` });
    expect(answer.body.errors[0].message).toMatch(/forbidden/i);
    expect(await newsroom().strapi.db.query('plugin::users-permissions.user').count()).toBe(0);
    await http().get('/api/upload/files').expect(403);
  });

  it('shows no drafts to a visitor', async () => {
    const draft = await newsroom()
      .strapi.documents(ARTICLE)
      .create({ data: { title: title(), body: body('secret') } });
    await newsroom().http().get(`/api/articles/${draft.documentId}`).expect(404);
  });

  it('has valid feeds, sitemaps and news for partners, and a front page, without any article', async () => {
    const { http } = newsroom();
    const read = async (address: string): Promise<string> => {
      const answer = await http().get(address).expect(200);
      return answer.text ?? JSON.stringify(answer.body);
    };
    expect(faultsOfRss(await read('/feeds/rss'))).toEqual([]);
    expect(faultsOfAtom(await read('/feeds/atom'))).toEqual([]);
    expect(faultsOfJsonFeed(await read('/feeds/json'))).toEqual([]);
    for (const address of ['/sitemap.xml', '/sitemaps/fronts-1.xml', '/news-sitemap.xml'])
      expect(faultsOfSitemap(await read(address))).toEqual([]);
    expect(await read('/sitemap.xml')).not.toContain('articles-1.xml');
    const { headers } = await http().get('/feeds/rss').expect(200);
    expect(headers).not.toHaveProperty('last-modified');
    const list = JSON.parse(await read('/api/ninjs'));
    expect(list).toMatchObject({ data: [], meta: { more: false } });
    expect(JSON.parse(await read(`/api/ninjs?since=${list.meta.cursor}`)).data).toEqual([]);
    const front = await openPage(newsroom(), '/').expect(200);
    expect(readText(front.text)).toContain('Nothing has been published here yet.');
  });

  it('leaves what an admin changes, at the next start', async () => {
    const { strapi } = newsroom();
    const { prepareNewDatabase } = await import('../../../src/newsroom/first-start');
    const { grantAccess } = await import('../../../src/newsroom/access');
    const action = 'api::company.company.find';
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    await strapi.db
      .query('plugin::users-permissions.permission')
      .deleteMany({ where: { action, role: role.id } });
    await prepareNewDatabase(strapi);
    await grantAccess(strapi);
    await newsroom().http().get('/api/companies').expect(403);
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  });

  it('shows editors labels and help, and the headline as main field', async () => {
    const { strapi } = newsroom();
    const configuration = await strapi
      .plugin('content-manager')
      .service('content-types')
      .findConfiguration(strapi.contentType(ARTICLE));
    expect(configuration.settings).toMatchObject({
      mainField: 'title',
      defaultSortBy: 'updatedAt',
      defaultSortOrder: 'DESC',
    });
    expect(configuration.layouts.list).toEqual(['title', 'kind', 'updatedAt']);
    expect(configuration.metadatas.body.edit.description).toContain('NASDAQ: MSFT');
    expect(configuration.layouts.edit[0]).toEqual([{ name: 'title', size: 12 }]);
  });
};
