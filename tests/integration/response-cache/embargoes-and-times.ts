import { authorizeToken } from '../../support/api-token';
import { draftArticle, inMs, MINUTE_MS, passTime } from '../../support/article-times';
import { ARTICLE } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { addressOf, ask, cacheOf, type Answer } from '../../support/response-cache';

const WORD = 'Cachedbeforeitsminute';
/** The endpoints by which readers get an article. Each is cached before the article is published. */
const ENDPOINTS: Readonly<Record<string, [path: string, options?: { query: string }]>> = {
  'a list with covers and quotes': [
    '/api/articles?sort=publishedAt:desc&populate[0]=cover&populate[1]=quoteSnapshots',
  ],
  'a search by title': [`/api/articles?filters[title][$eq]=${WORD}`],
  GraphQL: ['/graphql', { query: `{ articles(filters: { title: { eq: "${WORD}" } }) { title } }` }],
  'a feed': ['/feeds/rss'],
  'a sitemap': ['/sitemaps/articles-1.xml'],
};

/** A change at a given time reaches readers only through a write, and that write ends the cached answers. */
export const embargoesAndTimes: Suite = (newsroom) => {
  let address: string;
  let token: string;
  const articles = () => newsroom().strapi.documents(ARTICLE);

  const each = (): Promise<[caller: string, name: string, answer: Answer][]> =>
    Promise.all(
      ['public', 'token'].flatMap((caller) =>
        Object.entries(ENDPOINTS).map(
          async ([name, [path, options = {}]]): Promise<[string, string, Answer]> => {
            const headers: HeadersInit = caller === 'token' ? { authorization: token } : {};
            return [caller, name, await ask(address, path, { ...options, headers })];
          },
        ),
      ),
    );
  const shows = ({ body }: Answer): boolean => body.includes(WORD) || body.includes(WORD.toLowerCase());
  /** Expects that every endpoint shows the article, or that none does. Cached answers must be the same as those of Strapi. */
  const expectOut = async (isOut: boolean): Promise<void> => {
    const seen = await each();
    expect(seen.map(([caller, name, answer]) => [caller, name, shows(answer)])).toEqual(
      seen.map(([caller, name]) => [caller, name, isOut]),
    );
  };
  /** Expects that every endpoint answers from memory, with its current answer. */
  const expectHits = async (): Promise<void> => {
    await each();
    const seen = await each();
    expect(seen.map(([caller, name, { cache }]) => [caller, name, cache])).toEqual(
      seen.map(([caller, name]) => [caller, name, 'hit']),
    );
  };

  beforeAll(async () => {
    address = await addressOf(newsroom());
    token = await authorizeToken(newsroom().strapi, 'read-only');
    cacheOf(newsroom().strapi).entries.clear();
  });
  afterAll(() =>
    newsroom()
      .strapi.db.query(ARTICLE)
      .deleteMany({ where: { title: WORD } }),
  );

  it('an article under embargo is in no cached answer, nor when its embargo is over, until it is published', async () => {
    const embargoUntil = await inMs(newsroom(), 10 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { title: WORD, embargoUntil });
    await expectHits();
    await expect(articles().publish({ documentId })).rejects.toThrow('embargo');
    await expectOut(false);
    await passTime(newsroom(), 11 * MINUTE_MS);
    await expectOut(false);
    await expectHits();
    await articles().publish({ documentId });
    await expectOut(true);
    await articles().unpublish({ documentId });
    await expectOut(false);
    await articles().delete({ documentId });
  });

  it('a scheduled article is in the answers after its minute, and out of them after its end', async () => {
    await draftArticle(newsroom(), {
      title: WORD,
      publishAt: await inMs(newsroom(), 10 * MINUTE_MS),
      unpublishAt: await inMs(newsroom(), 30 * MINUTE_MS),
    });
    await expectHits();
    await passTime(newsroom(), 9 * MINUTE_MS);
    await expectOut(false);
    await passTime(newsroom(), 2 * MINUTE_MS);
    await expectOut(true);
    await expectHits();
    await passTime(newsroom(), 20 * MINUTE_MS);
    await expectOut(false);
  });
};
