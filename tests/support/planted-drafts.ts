import { ARTICLE, body, title } from './articles';
import type { Newsroom } from './newsroom';

/** Drafts with a sentence that no answer may have in it, reachable from what is public. */
export interface PlantedDrafts {
  /** In every text of what is not published. */
  secret: string;
  /** Never published. */
  draft: string;
  /** Published, and being rewritten. */
  published: string;
  company: string;
  ticker: string;
  briefing: string;
  /** The id of a file that the draft and the company show. */
  file: number;
}

const COMPANY = 'api::company.company';
const TICKER = 'api::ticker.ticker';
const BRIEFING = 'api::briefing.briefing';

let plantings = 0;

/** A word of letters alone, so that no spelling of it is another. */
const word = (number: number): string =>
  [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

export const plantDrafts = async ({ strapi, clock }: Newsroom, data: object = {}): Promise<PlantedDrafts> => {
  const unique = `${word(process.pid)}x${word((plantings += 1))}`;
  const secret = `Plantedmerger${unique}`;
  // What other tests have left would fill the first page of every list, where the planted words are looked for.
  for (const uid of [ARTICLE, 'api::company.company', 'api::ticker.ticker', BRIEFING])
    await strapi.db.query(uid).deleteMany({ where: {} });
  const file: { id: number } = await strapi.db.query('plugin::upload.file').create({
    data: {
      name: `${unique}.png`,
      hash: unique,
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: `/uploads/${unique}.png`,
      provider: 'local',
      folderPath: '/',
    },
  });
  const { documentId: ticker } = await strapi
    .documents(TICKER)
    .create({ data: { symbol: `PD${plantings}Q${process.pid % 1000}`, mic: 'XNAS' } });
  const { documentId: company } = await strapi
    .documents(COMPANY)
    .create({ data: { name: title(), logo: file.id, tickers: [ticker] } as never });
  const links = { companies: [company], tickers: [ticker] };
  const words = { title: `${secret} ${title()}`, summary: secret, byline: secret, body: body(secret) };
  const articles = strapi.documents(ARTICLE);
  const { documentId: draft } = await articles.create({
    data: { ...words, ...links, cover: file.id, ...data } as never,
  });
  const out = await articles.create({
    data: { title: title(), body: body('Public.'), ...links, ...data } as never,
    status: 'published',
  });
  const published = out.documentId;
  // So that the draft is newer than what is out.
  clock.advance(1_000);
  await articles.update({ documentId: published, data: { summary: secret, byline: secret } as never });
  await articles.update({
    documentId: published,
    locale: 'de',
    data: { title: secret, byline: secret } as never,
  });
  const made = await strapi.documents(BRIEFING as never).create({
    data: {
      title: secret,
      parts: [{ __component: 'test.section', heading: secret, about: draft }],
      articles: [draft, published],
      picture: file.id,
      ...data,
    } as never,
  });
  return { secret, draft, published, company, ticker, briefing: String(made.documentId), file: file.id };
};

/** Takes them away again. */
export const uprootDrafts = async ({ strapi }: Newsroom, planted: PlantedDrafts): Promise<void> => {
  const { draft, published, company, ticker, briefing } = planted;
  for (const documentId of [draft, published])
    await strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
  await strapi.documents(BRIEFING as never).delete({ documentId: briefing });
  await strapi.documents(COMPANY).delete({ documentId: company, locale: '*' });
  await strapi.documents(TICKER).delete({ documentId: ticker });
  await strapi.db.query('plugin::upload.file').deleteMany({ where: { id: planted.file } });
};
