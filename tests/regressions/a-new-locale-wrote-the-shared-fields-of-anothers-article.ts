import { createAdminUser, mayWith, signInAs } from '../support/admin-user';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const COLLECTION = `/content-manager/collection-types/${ARTICLE}`;

/**
 * Creating a locale of an existing document asked only for the right to create, and wrote byline, kind and cover of all
 * its locales.
 */
export const regression: Suite = (newsroom) => {
  const admin = (method: 'post' | 'put', path: string, token: string) =>
    newsroom().http()[method](`${COLLECTION}${path}`).set('authorization', `Bearer ${token}`);
  const versions = (documentId: string): Promise<{ locale: string; byline: string | null; kind: string }[]> =>
    newsroom()
      .strapi.db.query(ARTICLE)
      .findMany({ where: { documentId }, orderBy: { id: 'asc' }, populate: ['tickers'] });
  const victim = async (): Promise<string> =>
    (
      await newsroom()
        .strapi.documents(ARTICLE)
        .create({ data: { title: title(), byline: 'Ada', kind: 'analysis' } })
    ).documentId;
  const forged = { title: 'Forged', byline: 'Mallory', kind: 'opinion', cover: null };

  it('is refused to a reporter, who may change their own articles only', async () => {
    const reporter = await signInAs(newsroom().strapi, 'newsroom-reporter');
    const documentId = await victim();
    const before = await versions(documentId);
    for (const locale of ['fr', 'de', 'es']) {
      const answer = await admin('put', `/${documentId}?locale=${locale}`, reporter).send({
        ...forged,
        locale,
      });
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toContain('needs the right to change one of them');
    }
    expect(await versions(documentId)).toEqual(before);
  });

  it('is open to them for an article of their own', async () => {
    const reporter = await signInAs(newsroom().strapi, 'newsroom-reporter');
    const { body: made } = await admin('post', '', reporter)
      .send({ title: title(), byline: 'Me' })
      .expect(201);
    const { documentId } = made.data;
    await admin('put', `/${documentId}?locale=fr`, reporter)
      .send({ title: title(), byline: 'Me', locale: 'fr' })
      .expect(200);
    expect((await versions(documentId)).map(({ locale }) => locale)).toEqual(['en', 'fr']);
  });

  it('is refused together with a publication, and leaves nothing of it', async () => {
    const { strapi } = newsroom();
    const name = `translator-${process.pid}-${newsroom().database}`;
    const { token } = await createAdminUser(strapi, name, [
      ...mayWith(strapi, ARTICLE, ['create', 'publish']),
      ...mayWith(strapi, ARTICLE, ['read', 'update'], ['admin::is-creator']),
    ]);
    const documentId = await victim();
    const before = await versions(documentId);
    await admin('post', `/${documentId}/actions/publish?locale=fr`, token)
      .send({ ...forged, locale: 'fr' })
      .expect(403);
    expect(await versions(documentId)).toEqual(before);
  });

  it('is open to whoever may change every article', async () => {
    const editor = await signInAs(newsroom().strapi, 'newsroom-editor');
    const documentId = await victim();
    await admin('put', `/${documentId}?locale=fr`, editor).send({ title: title(), locale: 'fr' }).expect(200);
    expect(await versions(documentId)).toEqual([
      expect.objectContaining({ locale: 'en', byline: 'Ada' }),
      expect.objectContaining({ locale: 'fr', byline: 'Ada' }),
    ]);
  });

  it('is refused over MCP, where the rights of the caller cannot be seen', async () => {
    const { strapi } = newsroom();
    const documentId = await victim();
    const before = await versions(documentId);
    // As Strapi's MCP server marks its requests.
    const request = { state: { auditSource: 'mcp', user: { id: 1 } } };
    const write = (locale: string) =>
      strapi.requestContext.run(request as never, async () => {
        await strapi.documents(ARTICLE).update({ documentId, locale, data: { title: title() } });
      });
    await expect(write('fr')).rejects.toThrow(/not over MCP/);
    expect(await versions(documentId)).toEqual(before);
    await write('en');
  });
};
