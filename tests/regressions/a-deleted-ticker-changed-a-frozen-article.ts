import { draftArticle, inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

type Target = 'api::ticker.ticker' | 'api::company.company';

/** With SCHEDULE_FREEZES, deleting a ticker or a company took it off articles that were scheduled with it. */
export const regression: Suite = (newsroom) => {
  const freeze = (freezes: boolean) => newsroom().strapi.config.set('newsroom.schedule.freezes', freezes);
  afterEach(() => freeze(false));

  it.each<[Target, string, () => object]>([
    ['api::ticker.ticker', 'tickers', () => ({ symbol: 'FRZD', mic: 'XNYS' })],
    ['api::company.company', 'companies', () => ({ name: title() })],
  ])('%s', async (uid, field, data) => {
    const { strapi } = newsroom();
    const entries = strapi.documents(uid);
    const { documentId: linked } = await entries.create({ data: data() as never });
    const publishAt = await inMs(newsroom(), 30 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { [field]: [linked], publishAt });
    freeze(true);
    await expect(entries.delete({ documentId: linked })).rejects.toThrow(`frozen until then: ${field}`);
    const swallowed = strapi.db.transaction(async () => {
      await entries.delete({ documentId: linked }).catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow('frozen until then');
    const articles = strapi.documents(ARTICLE);
    expect(await articles.findOne({ documentId, populate: [field] as never })).toMatchObject({
      [field]: [{ documentId: linked }],
    });
    await articles.update({ documentId, data: { publishAt: null } as never });
    await entries.delete({ documentId: linked });
    expect(await entries.findOne({ documentId: linked })).toBeNull();
    await articles.delete({ documentId, locale: '*' });
  });
};
