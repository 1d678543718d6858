import { inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const DISCLAIMER = 'api::disclaimer.disclaimer';

/** Strapi deletes all that is written in a locale with it, past the guards of disclaimers, articles and records. */
export const regression: Suite = (newsroom) => {
  const send = (method: 'post' | 'delete', path: string) =>
    newsroom().http()[method](`/i18n/locales${path}`).set('authorization', `Bearer ${newsroom().adminToken}`);
  const made: number[] = [];
  const makeLocale = async (code: string): Promise<number> => {
    const answer = await send('post', '').send({ code, name: code, isDefault: false }).expect(200);
    made.push(answer.body.id);
    return answer.body.id;
  };
  const remains = (id: number): Promise<unknown> =>
    newsroom().strapi.db.query('plugin::i18n.locale').findOne({ where: { id } });
  // The records that are made here stay, and with them the refusal: tests clear up past it.
  afterAll(async () => {
    await newsroom()
      .strapi.db.query('plugin::i18n.locale')
      .deleteMany({ where: { id: { $in: made } } });
  });

  it('is refused where articles are published in it', async () => {
    const id = await makeLocale('it');
    const { documentId } = await newsroom()
      .strapi.documents(ARTICLE)
      .create({ data: { title: title() }, locale: 'it', status: 'published' });
    const answer = await send('delete', `/${id}`).expect(400);
    expect(answer.body.error.message).toContain('published articles: 1');
    expect(await remains(id)).not.toBeNull();
    await newsroom().http().get(`/api/articles/${documentId}?locale=it`).expect(200);
    await expect(newsroom().strapi.plugin('i18n').service('locales').delete({ id })).rejects.toThrow(
      /published articles: 1/,
    );

    await newsroom().strapi.documents(ARTICLE).unpublish({ documentId, locale: 'it' });
    await send('delete', `/${id}`).expect(200);
    expect(await remains(id)).toBeNull();
  });

  it('is refused where an article is scheduled in it', async () => {
    const id = await makeLocale('nl');
    const publishAt = await inMs(newsroom(), MINUTE_MS);
    const documents = newsroom().strapi.documents(ARTICLE);
    const { documentId } = await documents.create({
      data: { title: title(), publishAt } as never,
      locale: 'nl',
    });
    const answer = await send('delete', `/${id}`).expect(400);
    expect(answer.body.error.message).toContain('scheduled or embargoed articles: 1');
    await documents.update({ documentId, locale: 'nl', data: { publishAt: null } as never });
    await send('delete', `/${id}`).expect(200);
  });

  it('is refused where disclaimers of it are in use, and where records are kept in it', async () => {
    const { strapi } = newsroom();
    const id = await makeLocale('pt');
    const key = `pt-${process.pid}-${newsroom().database}`;
    const disclaimer = await strapi.documents(DISCLAIMER).create({
      data: { name: key, key, text: 'Em português.', appliesTo: 'chosen' },
      locale: 'pt',
      status: 'published',
    });
    const { documentId } = await strapi.documents(ARTICLE).create({
      data: { title: title(), disclaimers: [disclaimer.documentId] },
      locale: 'pt',
    });
    const inUse = await send('delete', `/${id}`).expect(400);
    expect(inUse.body.error.message).toContain('disclaimers in use: 1');
    await strapi.documents(ARTICLE).publish({ documentId, locale: 'pt' });
    await strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
    const recorded = await send('delete', `/${id}`).expect(400);
    expect(recorded.body.error.message).toMatch(/: recorded disclaimer wordings: 1\./);
    expect(await strapi.db.query(DISCLAIMER).count({ where: { documentId: disclaimer.documentId } })).toBe(2);
    await strapi.documents(DISCLAIMER).delete({ documentId: disclaimer.documentId, locale: '*' });
  });

  it('goes on where nobody was shown anything in it', async () => {
    const id = await makeLocale('sv');
    await newsroom()
      .strapi.documents(ARTICLE)
      .create({ data: { title: title() }, locale: 'sv' });
    await send('delete', `/${id}`).expect(200);
    expect(await remains(id)).toBeNull();
  });
};
