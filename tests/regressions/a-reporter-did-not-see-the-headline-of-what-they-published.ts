import { signInAs } from '../support/admin-user';
import { publishArticle } from '../support/articles';
import { changedArticles } from '../support/changed-articles';
import type { Suite } from '../support/describe-newsroom';

/** "Published today" asked whether a reporter may read the headline of an article without its creator, and so said no of their own. */
export const regression: Suite = (newsroom) => {
  const { letTimePass } = changedArticles(newsroom);
  beforeEach(letTimePass);

  it('of their own it is told, and of others nothing is', async () => {
    const { strapi, http } = newsroom();
    const since = new Date().toISOString();
    const token = await signInAs(strapi, 'newsroom-reporter');
    const [{ id }] = await strapi.db.query('admin::user').findMany({ orderBy: { id: 'desc' }, limit: 1 });
    const mine = await publishArticle(newsroom(), ['Mine.'], { title: 'By me', createdBy: id });
    await publishArticle(newsroom(), ['Of others.'], { title: 'By another' });
    const answer = await http()
      .get(`/newsroom/publications?since=${since}`)
      .set('authorization', `Bearer ${token}`)
      .expect(200);
    expect(answer.body.data).toEqual([expect.objectContaining({ documentId: mine, title: 'By me' })]);
  });
};
