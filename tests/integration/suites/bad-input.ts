import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { readEveryFormat } from '../../support/every-format';
import { openPage, readText } from '../../support/site';

const TICKER = 'api::ticker.ticker';
const MARKUP = '</title><script>alert(1)</script> ]]> & "quoted" \u0007';
const ARABIC = 'ارتفعت أسهم الشركات اليوم';

/** What no desk should write and some desk will, on the page and in every format. */
export const badInput: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  /** The page of an article. */
  const pageOf = async (documentId: string, locale = 'en'): Promise<string> => {
    const found = await articles().findOne({ documentId, locale });
    const prefix = locale === 'en' ? '' : `/${locale}`;
    return (await openPage(newsroom(), `${prefix}/articles/${found?.slug}`).expect(200)).text;
  };
  beforeEach(() => newsroom().clock.advance(1_000));

  it('markup in every field is text', async () => {
    const documentId = await publishArticle(newsroom(), [MARKUP], {
      title: `${title()} ${MARKUP}`,
      ...{ summary: MARKUP, byline: MARKUP, coverCaption: MARKUP, coverCredit: MARKUP },
    });
    const page = await pageOf(documentId);
    expect(page).not.toContain('<script>alert');
    expect(readText(page)).toContain('<script>alert(1)</script>');
    const { rss, ninjs, 'json-ld': jsonLd } = await readEveryFormat(newsroom(), documentId);
    expect(rss).not.toContain('<script>');
    expect(JSON.parse(jsonLd ?? '')['@graph'][0].headline).toContain('<script>alert(1)</script>');
    expect(JSON.parse(ninjs ?? '').bodies[0].value).not.toContain('<script>');
  });

  it('an article with a title alone', async () => {
    const name = title();
    const { documentId } = await articles().create({ data: { title: name }, status: 'published' });
    const page = await pageOf(documentId);
    expect(readText(page)).toContain(name);
    const own = page.slice(page.indexOf('<main'), page.indexOf('<aside'));
    expect(own).not.toMatch(/null|undefined|Invalid Date|NaN/);
    const { ninjs, 'json-ld': jsonLd } = await readEveryFormat(newsroom(), documentId);
    for (const text of [ninjs, jsonLd]) expect(text).not.toMatch(/undefined|NaN|null/);
  });

  it('a body of 1 MB, which feeds do not carry', async () => {
    const documentId = await publishArticle(newsroom(), ['word '.repeat(210_000)]);
    expect((await pageOf(documentId)).length).toBeGreaterThan(1_000_000);
    const texts = await readEveryFormat(newsroom(), documentId);
    expect(texts.ninjs?.length).toBeGreaterThan(1_000_000);
    for (const format of ['rss', 'atom', 'json feed']) expect(texts[format]?.length).toBeLessThan(200_000);
    // An answer of /api/ninjs ends after two of these: the suites that follow count its items.
    await articles().delete({ documentId, locale: '*' });
  }, 120_000);

  it('500 mentions', async () => {
    const { strapi } = newsroom();
    const symbols = Array.from(
      { length: 500 },
      (_, n) => `M${String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26))}`,
    );
    await strapi.db
      .query(TICKER)
      .createMany({ data: symbols.map((symbol) => ({ symbol, mic: 'XNYS', listingStatus: 'active' })) });
    const documentId = await publishArticle(newsroom(), [symbols.map((one) => `(NYSE: ${one})`).join(' ')]);
    const page = await pageOf(documentId);
    expect(page.match(/<th scope="row">/g)?.length).toBeGreaterThanOrEqual(500);
    const { rss, ninjs } = await readEveryFormat(newsroom(), documentId);
    expect(rss?.match(/XNYS:M[A-Z]{2}/g)?.length).toBeGreaterThanOrEqual(500);
    expect(JSON.parse(ninjs ?? '').organisations).toHaveLength(500);
    await strapi.db.query(TICKER).deleteMany({ where: { symbol: { $in: symbols } } });
  }, 120_000);

  it('a company without logo, listing, sector or website', async () => {
    const company = await newsroom()
      .strapi.documents('api::company.company')
      .create({ data: { name: 'Bracken and nothing else' } });
    const documentId = await publishArticle(newsroom(), ['Bare.'], { companies: [company.documentId] });
    const page = await openPage(newsroom(), `/companies/${company.slug}`).expect(200);
    expect(readText(page.text)).toContain('No listings.');
    expect(page.text).not.toMatch(/<img|null|undefined/);
    expect(await pageOf(documentId)).toContain('Bracken and nothing else');
    const { ninjs, 'json-ld': jsonLd } = await readEveryFormat(newsroom(), documentId);
    expect(JSON.parse(ninjs ?? '').organisations).toMatchObject([{ name: 'Bracken and nothing else' }]);
    expect(jsonLd).not.toContain('"logo":null');
  });

  it('a language from right to left, and a slug that two locales share', async () => {
    const { strapi } = newsroom();
    const locales = strapi.plugin('i18n').service('locales');
    const arabic = await locales.create({ code: 'ar', name: 'Arabic (ar)' });
    const documentId = await publishArticle(newsroom(), ['English.'], { title: 'Of two', slug: 'of-two' });
    await articles().update({
      documentId,
      locale: 'ar',
      data: { title: ARABIC, slug: 'of-two', summary: ARABIC, body: body(ARABIC) },
      status: 'published',
    });
    const [english, other] = [await pageOf(documentId), await pageOf(documentId, 'ar')];
    expect(english).toContain('<html lang="en" dir="ltr">');
    expect(english).not.toContain(`<h1 dir="auto">${ARABIC}</h1>`);
    expect(other).toContain('<html lang="ar" dir="rtl">');
    expect(other).toContain(`<h1 dir="auto">${ARABIC}</h1>`);
    const own = await readEveryFormat(newsroom(), documentId, 'ar');
    for (const format of ['rss', 'atom', 'json feed', 'json-ld', 'ninjs']) {
      expect({ format, text: own[format] }).toMatchObject({ text: expect.stringContaining(ARABIC) });
      expect({ format, text: own[format] }).not.toMatchObject({ text: expect.stringContaining('English.') });
    }
    const { rss, 'json-ld': jsonLd } = await readEveryFormat(newsroom(), documentId);
    expect(rss).not.toContain(ARABIC);
    expect(JSON.parse(jsonLd ?? '')['@graph'][0].headline).toBe('Of two');
    await articles().delete({ documentId, locale: '*' });
    await locales.delete({ id: arabic.id });
  });
};
