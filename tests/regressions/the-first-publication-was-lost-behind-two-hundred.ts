import { publishArticle } from '../support/articles';
import { changedArticles, RECORD, WRONG } from '../support/changed-articles';
import type { Suite } from '../support/describe-newsroom';

interface Line {
  id: number;
  change: string;
}

/** The list of an article's publications ended at the newest 200, and the first, which matters most, was not among them. */
export const regression: Suite = (newsroom) => {
  const { rows, letTimePass } = changedArticles(newsroom);
  const list = (documentId: string, query = '') =>
    newsroom()
      .http()
      .get(`/newsroom/articles/${documentId}/publications${query}`)
      .set('authorization', `Bearer ${newsroom().adminToken}`);
  let documentId: string;
  beforeAll(async () => {
    await letTimePass();
    documentId = await publishArticle(newsroom(), [WRONG]);
    const [row] = await rows(documentId);
    const { id: _id, documentId: _own, ...shown } = row ?? {};
    // Of another article in between: a page is of one.
    for (let start = 0; start < 240; start += 40) {
      const data = Array.from({ length: 40 }, (_, n) => ({
        ...shown,
        documentId: `first-${start + n}`,
        articleDocumentId: n % 4 === 3 ? 'another' : documentId,
        change: 'republication',
      }));
      await newsroom()
        .strapi.db.query(RECORD)
        .createMany({ data: data as never });
    }
  });

  it('every publication is in one of the pages, once, and the first is named by each', async () => {
    const first = { change: 'first', id: (await rows(documentId))[0]?.id };
    const lines: Line[] = [];
    let more = true;
    for (let page = 0; more && page < 10; page += 1) {
      const before = lines.at(-1)?.id;
      const answer = await list(documentId, before === undefined ? '' : `?before=${before}`).expect(200);
      expect(answer.body.meta.first).toMatchObject(first);
      lines.push(...answer.body.data);
      ({ more } = answer.body.meta);
    }
    expect(lines).toHaveLength(181);
    expect(lines.map(({ id }) => id)).toEqual((await rows(documentId)).map(({ id }) => id).reverse());
    expect(lines.at(-1)).toMatchObject(first);
    const nothing = await list(documentId, `?before=${lines.at(-1)?.id}`).expect(200);
    expect(nothing.body).toMatchObject({ data: [], meta: { more: false, first } });
  });

  it('a page that is full and the last says that there are no more', async () => {
    const ids = (await rows(documentId)).map(({ id }) => Number(id));
    const answer = await list(documentId, `?before=${ids[50]}`).expect(200);
    expect(answer.body).toMatchObject({ data: { length: 50 }, meta: { more: false } });
    expect((await list(documentId, `?before=${ids[51]}`).expect(200)).body.meta.more).toBe(true);
  });

  it.each(['', '0', '-1', '1.5', 'x', '1e3', '99999999999', '2147483648', '1&before=2'])(
    'before=%s is refused in words',
    async (before) => {
      const answer = await list(documentId, `?before=${before}`).expect(400);
      expect(answer.body.error.message).toContain('before is');
      expect(answer.body.error.message).toContain('give it once');
    },
  );

  it.each(['2147483648', '999999999999999'])(
    'no publication has the id %s, and no server errs',
    async (id) => {
      await newsroom()
        .http()
        .get(`/newsroom/articles/${documentId}/publications/${id}`)
        .set('authorization', `Bearer ${newsroom().adminToken}`)
        .expect(404);
    },
  );
};
