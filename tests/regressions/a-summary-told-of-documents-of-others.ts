import { createAdminUser, mayWith } from '../support/admin-user';
import { ARTICLE, body, publishArticle, settled, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

export const regression: Suite = (newsroom) => {
  it('counts the quotes of what the role may read, by its conditions', async () => {
    const { http, strapi } = newsroom();
    const author = await createAdminUser(strapi, 'summary-author', [
      { action: 'plugin::quote-snapshots.snapshots.read' },
      ...mayWith(strapi, ARTICLE, ['create']),
      ...mayWith(strapi, ARTICLE, ['read', 'update', 'publish'], ['admin::is-creator']),
    ]);
    const as = (path: string, sent: object) =>
      http().post(path).set('authorization', `Bearer ${author.token}`).send(sent);
    const theirs = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const own = await as(`/content-manager/collection-types/${ARTICLE}`, {
      title: title(),
      body: body('(NASDAQ: MSFT)'),
    }).expect(201);
    const { documentId } = own.body.data;
    await strapi.documents(ARTICLE).publish({ documentId });
    await settled(newsroom());
    const { body: answer } = await as('/quote-snapshots/summary', {
      model: ARTICLE,
      documentIds: [theirs, documentId],
    });
    expect(answer.error).toBeUndefined();
    expect(answer.data).toEqual({ [documentId]: { captured: 1 } });
  });
};
