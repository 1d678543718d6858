import { authorizeToken } from '../support/api-token';
import { actsOf, inMs, isOut, MINUTE_MS, passTime } from '../support/article-times';
import { title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { silenceLog } from '../support/silence-log';

const TOKEN = 'admin::api-token';

/** A token is deleted when it has leaked. What it had scheduled went out all the same, unlike what a person without an account had. */
export const regression: Suite = (newsroom) => {
  const scheduledByToken = async () => {
    const { http, strapi } = newsroom();
    const authorization = await authorizeToken(strapi, 'full-access');
    const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
    const made = await http()
      .post('/api/articles?status=draft')
      .set('authorization', authorization)
      .send({ data: { title: title(), publishAt } })
      .expect(201);
    const [token]: { id: number }[] = await strapi.db
      .query(TOKEN)
      .findMany({ orderBy: { id: 'desc' }, limit: 1 });
    return { documentId: String(made.body.data.documentId), id: token?.id };
  };

  it('it is held back, and what a token scheduled that is still there goes out', async () => {
    const { strapi } = newsroom();
    const gone = await scheduledByToken();
    const kept = await scheduledByToken();
    await strapi.db.query(TOKEN).delete({ where: { id: gone.id } });
    silenceLog(newsroom(), true);
    await passTime(newsroom(), 10 * MINUTE_MS);
    silenceLog(newsroom(), false);
    expect(await isOut(newsroom(), kept.documentId)).toBe(true);
    expect(await isOut(newsroom(), gone.documentId)).toBe(false);
    expect((await actsOf(newsroom(), gone.documentId)).at(-1)).toMatchObject({
      act: 'held-back',
      reasons: [{ code: 'schedulingTokenGone', values: {} }],
    });
  });
};
