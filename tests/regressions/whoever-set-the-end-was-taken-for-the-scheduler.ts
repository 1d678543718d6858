import { signInAs } from '../support/admin-user';
import { authorizeToken } from '../support/api-token';
import { actNames, actsOf, inMs, isOut, MINUTE_MS, passTime } from '../support/article-times';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { renewSession } from '../support/newsroom';
import { silenceLog } from '../support/silence-log';

/**
 * The last act on a schedule was taken for the decision to publish, also where it had set the end alone: what a person had scheduled
 * who was gone went out, and what an editor had scheduled was held back where whoever had added an end was gone.
 */
export const regression: Suite = (newsroom) => {
  const collection = `/content-manager/collection-types/${ARTICLE}`;
  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  const editor = async () => as(await signInAs(newsroom().strapi, 'newsroom-editor'));
  /** An article that this person has scheduled in ten minutes. */
  const scheduledBy = async (person: ReturnType<typeof as>): Promise<string> => {
    const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
    const made = await newsroom().http().post(collection).set(person).send({ title: title(), publishAt });
    return made.body.data.documentId;
  };
  const leave = async (byAdmin: number | null | undefined): Promise<void> => {
    const isActive = false;
    await newsroom()
      .strapi.db.query('admin::user')
      .update({ where: { id: byAdmin }, data: { isActive } });
  };
  const timesOf = (documentId: string) => `/newsroom/articles/${documentId}/times`;
  const dueQuietly = async (): Promise<void> => {
    silenceLog(newsroom(), true);
    await passTime(newsroom(), 10 * MINUTE_MS);
    silenceLog(newsroom(), false);
  };

  it('an end that a token adds leaves the article to its scheduler, who is gone', async () => {
    const { strapi, http } = newsroom();
    const documentId = await scheduledBy(await editor());
    const token = await authorizeToken(strapi, 'full-access');
    const unpublishAt = await inMs(newsroom(), 60 * MINUTE_MS);
    await http()
      .put(`/api/articles/${documentId}?status=draft`)
      .set('authorization', token)
      .send({ data: { unpublishAt } })
      .expect(200);
    const shown = await http()
      .get(timesOf(documentId))
      .set(as(await renewSession(newsroom())));
    expect(shown.body.data.setBy).toMatchObject({
      publishAt: { by: 'newsroom-editor Tester', byKind: 'person' },
      unpublishAt: { byKind: 'api-token' },
    });
    await leave((await actsOf(newsroom(), documentId))[0]?.byAdmin);
    await dueQuietly();
    expect(await isOut(newsroom(), documentId)).toBe(false);
    expect((await actsOf(newsroom(), documentId)).at(-1)).toMatchObject({
      act: 'held-back',
      reasons: [{ code: 'schedulerWithoutAccount', values: {} }],
    });
  });

  it('an end of somebody who is gone does not hold back what another has scheduled', async () => {
    const documentId = await scheduledBy(await editor());
    const unpublishAt = await inMs(newsroom(), 60 * MINUTE_MS);
    await newsroom()
      .http()
      .post(timesOf(documentId))
      .set(await editor())
      .send({ unpublishAt })
      .expect(200);
    await leave((await actsOf(newsroom(), documentId))[1]?.byAdmin);
    await dueQuietly();
    expect(await isOut(newsroom(), documentId)).toBe(true);
  });

  it('a schedule that is cancelled and an end that is set in one request are two acts', async () => {
    const person = await editor();
    const documentId = await scheduledBy(person);
    const unpublishAt = await inMs(newsroom(), 60 * MINUTE_MS);
    await newsroom()
      .http()
      .post(timesOf(documentId))
      .set(person)
      .send({ publishAt: null, unpublishAt })
      .expect(200);
    expect(await actNames(newsroom(), documentId)).toEqual(['scheduled', 'schedule-cancelled', 'scheduled']);
    const [, cancelled, set] = await actsOf(newsroom(), documentId);
    expect([cancelled?.after, set?.after]).toEqual([
      { publishAt: null },
      { unpublishAt: unpublishAt.toISOString() },
    ]);
  });
};
