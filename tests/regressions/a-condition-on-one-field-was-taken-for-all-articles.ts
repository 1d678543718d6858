import { createAdminUser, mayWith } from '../support/admin-user';
import { draftArticle, inMs, MINUTE_MS, passTime } from '../support/article-times';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

interface Line {
  documentId: string;
  title: string | null;
  state: string;
  reasons: { code: string }[] | null;
}

/**
 * The page “Schedule” and the home page asked whether a role may read a field of any article. Whoever reads all headlines, and the times of
 * their own articles, was shown the times of all.
 */
export const regression: Suite = (newsroom) => {
  let users = 0;
  const ids: string[] = [];
  afterAll(async () => {
    for (const documentId of ids) await newsroom().strapi.documents(ARTICLE).delete({ documentId });
  });
  /** Reads some fields of all articles, and others of their own. */
  const person = async (ofAll: string[], ofOwn: string[]) => {
    const { strapi, http } = newsroom();
    const [all] = mayWith(strapi, ARTICLE, ['read']);
    const [own] = mayWith(strapi, ARTICLE, ['read'], ['admin::is-creator']);
    const { token, email } = await createAdminUser(strapi, `own-times-${(users += 1)}`, [
      { ...all!, properties: { ...all!.properties, fields: ofAll } },
      { ...own!, properties: { ...own!.properties, fields: ofOwn } },
    ]);
    const { id } = await strapi.db.query('admin::user').findOne({ where: { email } });
    const get = async <Answer>(path: string): Promise<Answer> =>
      (await http().get(path).set('authorization', `Bearer ${token}`).expect(200)).body.data;
    return { id: Number(id), get };
  };
  const draft = async (data: object): Promise<string> => {
    const documentId = await draftArticle(newsroom(), { ...data });
    ids.push(documentId);
    return documentId;
  };
  const agenda = async (get: <Answer>(path: string) => Promise<Answer>): Promise<Line[]> => {
    const from = (await inMs(newsroom(), -60 * MINUTE_MS)).toISOString();
    const to = (await inMs(newsroom(), 60 * MINUTE_MS)).toISOString();
    const lines = await get<Line[]>(`/newsroom/schedule?from=${from}&to=${to}`);
    return lines.filter(({ documentId }) => ids.includes(documentId));
  };
  const attention = async (get: <Answer>(path: string) => Promise<Answer>) =>
    get<{ next: Line[]; heldBack: Line[] }>('/newsroom/schedule/attention');

  it('times are shown of the articles of which the role may read them, behind any number of others', async () => {
    const { id, get } = await person(['title'], ['publishAt', 'embargoUntil']);
    for (let n = 0; n < 12; n += 1) {
      await draft({ publishAt: await inMs(newsroom(), 10 * MINUTE_MS), createdBy: null });
    }
    const later = await inMs(newsroom(), 20 * MINUTE_MS);
    const mine = await draft({ publishAt: later, embargoUntil: later, createdBy: id });
    const shown = await agenda(get);
    expect(shown.map(({ documentId, state }) => [documentId, state])).toEqual([
      [mine, 'scheduled'],
      [mine, 'embargo-ends'],
    ]);
    const { next } = await attention(get);
    expect(next.map(({ documentId }) => documentId)).toEqual([mine]);
  });

  it('headlines, too, of those alone', async () => {
    const { id, get } = await person(['publishAt'], ['title']);
    const publishAt = await inMs(newsroom(), 5 * MINUTE_MS);
    const [others, mine] = [await draft({ publishAt }), await draft({ publishAt, createdBy: id })];
    const shown = (await agenda(get)).filter(({ documentId }) => [others, mine].includes(documentId));
    expect(new Map(shown.map((one) => [one.documentId, one.title]))).toEqual(
      new Map([
        [others, null],
        [mine, expect.any(String)],
      ]),
    );
  });

  it('and why one is held back', async () => {
    const { strapi } = newsroom();
    const { id, get } = await person(['title', 'publishAt'], ['byline', 'kind']);
    const due = { kind: 'opinion', title: title(), publishAt: await inMs(newsroom(), MINUTE_MS) };
    const [others, mine] = [await draft(due), await draft({ ...due, title: title(), createdBy: id })];
    const rules = strapi.config.get<object>('newsroom.rules');
    strapi.config.set('newsroom.rules', { ...rules, byline: 'block' });
    await passTime(newsroom(), MINUTE_MS);
    strapi.config.set('newsroom.rules', rules);
    const { heldBack } = await attention(get);
    const codes = (documentId: string) =>
      heldBack
        .filter((one) => one.documentId === documentId)
        .map(({ reasons }) => reasons?.map(({ code }) => code));
    expect([codes(others), codes(mine)]).toEqual([[['unreadable']], [['missingByline']]]);
    expect(JSON.stringify(await agenda(get))).toContain('missingByline');
    const timesOfOwn = await person(['title'], ['publishAt']);
    expect((await attention(timesOfOwn.get)).heldBack).toEqual([]);
  });
};
