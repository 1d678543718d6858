import { ARTICLE, publishArticle, settled } from '../../../support/articles';
import type { Newsroom } from '../../../support/newsroom';

const COMPANY = 'api::company.company';
const TICKER = 'api::ticker.ticker';

/** The documentIds of the company that the suites of the site write about, and of its listing XLON:RIO. */
export interface Gorsewell {
  company: string;
  ticker: string;
}

/** Makes the company with its listing before the tests of a suite, and deletes both after them. */
export const withGorsewell = (newsroom: () => Newsroom): (() => Gorsewell) => {
  let made: Gorsewell;
  beforeAll(async () => {
    const { strapi } = newsroom();
    const company = await strapi.documents(COMPANY).create({
      data: { name: 'Gorsewell Mining plc', sector: 'Gorse', country: 'GB', website: 'https://example.com' },
    });
    const ticker = await strapi.documents(TICKER).create({
      data: { symbol: 'RIO', mic: 'XLON', exchange: 'LSE', name: 'Gorsewell', company: company.documentId },
    });
    made = { company: company.documentId, ticker: ticker.documentId };
  });
  afterAll(async () => {
    const { strapi } = newsroom();
    await strapi.documents(TICKER).delete({ documentId: made.ticker });
    await strapi.documents(COMPANY).delete({ documentId: made.company });
  });
  return () => made;
};

/** Publishes an article, later than everything before, and returns the address of its page. */
export const publishPage = async (
  newsroom: Newsroom,
  texts: string[],
  data: Record<string, unknown> = {},
): Promise<{ documentId: string; address: string }> => {
  newsroom.clock.advance(60_000);
  const documentId = await publishArticle(newsroom, texts, data);
  await settled(newsroom);
  const found = await newsroom.strapi.documents(ARTICLE).findOne({ documentId, locale: 'en' });
  return { documentId, address: `/articles/${found?.slug ?? ''}` };
};
