import { publishArticle, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const HOW_MANY = 13;

interface Asked {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export const regression: Suite = (newsroom) => {
  let held = 0;
  let gate: Promise<void> | undefined;

  /** Asks so often at once, and holds every search on its way to the database until one answer is there. */
  const askAtOnce = async (
    ask: (index: number) => Promise<Asked>,
  ): Promise<{ first: Asked; others: Asked[] }> => {
    let open: () => void = () => undefined;
    gate = new Promise<void>((resolve) => (open = resolve));
    const asked = Array.from({ length: HOW_MANY }, async (_, index) => ({
      index,
      answer: await ask(index),
    }));
    const { index, answer } = await Promise.race(asked);
    open();
    gate = undefined;
    const answers = await Promise.all(asked);
    return { first: answer, others: answers.filter((one) => one.index !== index).map((one) => one.answer) };
  };

  /** Each asks for something else: the response cache answers the same request once for all who wait. */
  const get = (address: string) => async (index: number) =>
    newsroom().http().get(`${address}&filters[documentId][$ne]=${index}`);

  beforeAll(async () => {
    // Inside of the newsroom's own, and outside of the transaction that a read has: SQLite has one connection.
    newsroom().strapi.documents.use(async (_context, next) => {
      held += 1;
      await gate;
      return next();
    });
    await publishArticle(newsroom(), ['Nothing.'], { title: `Looked for, ${title()}` });
  });

  it.each([
    '/api/articles?_q=Looked&fields=title',
    '/api/articles/?_q=Looked&fields=title&pagination[withCount]=false',
    '/api/articles?filters[$or][0][title][$containsi]=looked&fields=title',
    '/api/articles?filters[companies][name][$endsWith]=inc',
  ])('lets a few run and a few wait, and tells the next when to come again: %s', async (address) => {
    const { first, others } = await askAtOnce(get(address));
    expect([first.status, first.headers['retry-after']]).toEqual([429, '1']);
    expect(others.map(({ status }) => status)).toEqual(Array(HOW_MANY - 1).fill(200));
  });

  it('does the same over GraphQL', async () => {
    const { first, others } = await askAtOnce(async (index) => {
      const filters = `{ title: { containsi: "looked" }, documentId: { ne: "${index}" } }`;
      const query = `{ articles(filters: ${filters}) { title } }`;
      return newsroom().http().post('/graphql').send({ query });
    });
    expect(first.headers['retry-after']).toBe('1');
    expect(first.text).toContain('Too many requests');
    expect(others.filter(({ text }) => text.includes('Looked for'))).toHaveLength(HOW_MANY - 1);
  });

  it('leaves lists that search nothing alone', async () => {
    held = 0;
    const answers = await Promise.all(
      Array.from({ length: HOW_MANY * 2 }, (_, index) =>
        get('/api/articles?sort=publishedAt:desc&fields=title')(index),
      ),
    );
    // A list and its total, each.
    expect(held).toBe(HOW_MANY * 4);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
};
