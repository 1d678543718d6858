import { title } from '../../../support/articles';
import type { Suite } from '../../../support/describe-newsroom';
import { openPage, requestsOf } from '../../../support/site';
import { publishPage, withGorsewell } from './gorsewell';

/** The figures that a page shows, for machines. */
const figuresOf = (html: string): number[] =>
  [...html.matchAll(/<data [^>]*value="([^"]+)"/g)].map(([, value]) => Number(value));

/** Every number in a value of JSON. */
const numbersIn = (value: unknown): Set<number> => {
  if (typeof value === 'number') return new Set([value]);
  if (value === null || typeof value !== 'object') return new Set();
  return new Set(Object.values(value).flatMap((one) => [...numbersIn(one)]));
};

/** “This page from the API”. */
export const requestsOfPages: Suite = (newsroom) => {
  withGorsewell(newsroom);
  const open = (address: string) => openPage(newsroom(), address);
  const publish = (texts: string[], data?: Record<string, unknown>) => publishPage(newsroom(), texts, data);

  it('names the requests that gave each page its data, and they give it', async () => {
    const name = `Requests of ${title()}`;
    const { address } = await publish(['Gorsewell (LSE: RIO).'], {
      title: name,
      kind: 'opinion',
      byline: 'A',
    });
    const pages = ['/', '/?kind=opinion', address, '/companies/gorsewell-mining-plc', '/tickers/XLON/RIO'];
    for (const where of [...pages, '/search?q=gorsewell', '/search?q=LSE:RIO', '/search?q="']) {
      const { text } = await open(where).expect(200);
      const { rest, graphql } = requestsOf(text);
      expect(rest.length).toBeGreaterThan(0);
      const answers: unknown[] = [];
      for (const request of rest) answers.push((await newsroom().http().get(request).expect(200)).body.data);
      const asked = await newsroom().http().post('/graphql').send({ query: graphql });
      expect({ where, errors: asked.body.errors }).toEqual({ where, errors: undefined });
      const lists = Object.values(asked.body.data as Record<string, { documentId: string }[]>);
      // The same documents in the same order, list by list; live quotes have no documents.
      const documents = (list: unknown) =>
        Array.isArray(list) ? list.flatMap(({ documentId }) => documentId ?? []) : [];
      // GraphQL gives snapshots, and what became of them, within their article.
      const byRest = answers
        .filter((_answer, index) => !rest[index]?.startsWith('/api/quote-snapshots'))
        .map(documents)
        .filter((list) => list.length > 0);
      const byGraphql = lists.map(documents).filter((list) => list.length > 0);
      expect(byGraphql.map(String).sort()).toEqual(byRest.map(String).sort());
      if (pages.includes(where)) expect(JSON.stringify(asked.body)).toContain(name);
      // Every figure of the page is in both answers.
      for (const figure of figuresOf(text)) {
        expect({ where, figure, given: numbersIn(answers).has(figure) }).toMatchObject({ given: true });
        expect({ where, figure, given: numbersIn(asked.body).has(figure) }).toMatchObject({ given: true });
      }
    }
  });
};
