import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ARTICLE, body, later, publishArticle, readSnapshots, settled, title } from '../../support/articles';
import { openPage, readText, requestsOf } from '../../support/site';
import type { Suite } from '.';

const COMPANY = 'api::company.company';
const TICKER = 'api::ticker.ticker';

/** Stands in what is not published, and nowhere else. */
const HIDDEN = 'Thornwickmoor';

interface Links {
  company: string;
  ticker: string;
}

/** The newsroom's own site. */
export const site: Suite = (newsroom) => {
  let links: Links;
  const open = (address: string) => openPage(newsroom(), address);
  const slugOf = async (documentId: string, locale = 'en'): Promise<string> => {
    const found = await newsroom().strapi.documents(ARTICLE).findOne({ documentId, locale });
    return found?.slug ?? '';
  };
  /** Publishes an article, later than everything before, and returns the address of its page. */
  const publish = async (
    texts: string[],
    data: Record<string, unknown> = {},
  ): Promise<{ documentId: string; address: string }> => {
    newsroom().clock.advance(60_000);
    const documentId = await publishArticle(newsroom(), texts, data);
    await settled(newsroom());
    return { documentId, address: `/articles/${await slugOf(documentId)}` };
  };

  beforeAll(async () => {
    const { strapi } = newsroom();
    const company = await strapi.documents(COMPANY).create({
      data: { name: 'Gorsewell Mining plc', sector: 'Gorse', country: 'GB', website: 'https://example.com' },
    });
    const ticker = await strapi.documents(TICKER).create({
      data: { symbol: 'RIO', mic: 'XLON', exchange: 'LSE', name: 'Gorsewell', company: company.documentId },
    });
    links = { company: company.documentId, ticker: ticker.documentId };
  });
  afterAll(async () => {
    const { strapi } = newsroom();
    await strapi.documents(TICKER).delete({ documentId: links.ticker });
    await strapi.documents(COMPANY).delete({ documentId: links.company });
  });

  it('shows the front page, a section, an article, a company, a listing and a search', async () => {
    const name = title();
    const { address } = await publish(['Gorsewell (LSE: RIO) rose.'], {
      title: name,
      kind: 'analysis',
      byline: 'A',
    });
    for (const where of [
      '/',
      '/?kind=analysis',
      '/?sector=Gorse',
      address,
      '/companies/gorsewell-mining-plc',
      '/tickers/XLON/RIO',
    ]) {
      const { text, headers } = await open(where).expect(200);
      expect(headers['content-type']).toContain('text/html');
      expect(readText(text)).toContain(name);
    }
    const found = await open('/search?q=gorsewell').expect(200);
    expect(found.text).toContain('href="/companies/gorsewell-mining-plc"');
    expect(found.text).toContain('href="/tickers/XLON/RIO"');
    const bySymbol = await open('/search?q=LSE:%20RIO').expect(200);
    expect(bySymbol.text).toContain('href="/tickers/XLON/RIO"');
    expect(readText((await open('/search?q=nothing-has-this-name')).text)).toContain('No company');
  });

  it('shows the price at publication, now and the change since, with times, delay and credit', async () => {
    const { provider } = newsroom();
    const { address, documentId } = await publish(['Gorsewell (LSE: RIO) rose.']);
    const [snapshot] = await readSnapshots(newsroom(), documentId);
    provider.quote('LSE:RIO', { Price: 5486.25, PrevClose: 5050, NominalCurrencyCode: 'GBX' });
    await later(newsroom());
    const { text } = await open(address).expect(200);
    provider.quote('LSE:RIO', { Price: 4987.5, PrevClose: 5050, NominalCurrencyCode: 'GBX' });
    // The chip beside the mention: figure, arrow, sign and colour.
    expect(text).toMatch(
      /\(LSE: RIO\) <a class="quote" href="\/tickers\/XLON\/RIO"><data class="price" value="49.875">£49\.875\d?<\/data> <span class="change down"><span class="arrow" aria-hidden="true">▼<\/span><data class="percent" value="-1\.\d+">-1\.24%/,
    );
    expect(text).toContain('<data class="price" value="54.8625">');
    expect(text).toContain('>+10.00%<');
    expect(text.toLowerCase()).toContain(`<time datetime="${snapshot?.quotedAt}">`.toLowerCase());
    expect(readText(text)).toContain('Delayed 20 min');
    expect(readText(text)).toContain(snapshot?.attribution ?? 'no credit');
  });

  it('says that a quote is late, withdrawn or not to be had, and shows no withdrawn figure', async () => {
    const { provider, strapi } = newsroom();
    provider.quote('LSE:GRSE', { Price: 100, PrevClose: 99, NominalCurrencyCode: 'GBX' });
    provider.fail('status-500');
    const lateOne = await publish(['(LSE: GRSE)']);
    expect(readText((await open(lateOne.address)).text)).toContain('quote pending');
    provider.fail(undefined);
    await later(newsroom(), 45 * 60_000);
    await settled(newsroom());
    const late = readText((await open(lateOne.address)).text);
    expect(late).toContain('(LSE: GRSE) £1.00');
    expect(late).toMatch(/Taken 4\d minutes after publication/);

    // A price in another currency than the listing's is no price of it.
    provider.quote('TSX:GRSE', { Price: 5, PrevClose: 5, NominalCurrencyCode: 'USD' });
    const other = await strapi
      .documents(TICKER)
      .create({ data: { symbol: 'GRSE', mic: 'XTSE', currency: 'CAD' } });
    const missing = await publish(['(TSX: GRSE)']);
    expect(readText((await open(missing.address)).text)).toContain('(TSX: GRSE) quote unavailable');
    await strapi.documents(TICKER).delete({ documentId: other.documentId });

    const voided = await publish(['(NYSE: BAC)']);
    const [snapshot] = await readSnapshots(newsroom(), voided.documentId);
    await strapi
      .plugin('quote-snapshots')
      .service('capture')
      .void(snapshot?.documentId, 'Wrong share class.');
    const { text } = await open(voided.address).expect(200);
    expect(readText(text)).toContain('quote withdrawn Wrong share class.');
    expect(text).not.toContain('54.26');
  });

  it('shows nothing that is not published: not on its page, in lists, related news or search', async () => {
    const { strapi } = newsroom();
    const data = { companies: [links.company], tickers: [links.ticker] };
    const shown = await publish(['Shown (LSE: RIO).'], data);
    const draft = await strapi
      .documents(ARTICLE)
      .create({ data: { title: `${HIDDEN} draft`, body: body(HIDDEN), ...data } });
    const rewritten = await publish(['As it is out.'], { title: 'Gorsewell as it is out', ...data });
    await strapi.documents(ARTICLE).update({
      documentId: rewritten.documentId,
      data: { title: HIDDEN, summary: HIDDEN, body: body(HIDDEN) },
    });
    const gone = await publish([HIDDEN], { title: `${HIDDEN} gone`, ...data });
    await strapi.documents(ARTICLE).unpublish({ documentId: gone.documentId });

    await open(`/articles/${draft.slug}`).expect(404);
    await open(gone.address).expect(404);
    const pages = [
      '/',
      '/?sector=Gorse',
      shown.address,
      rewritten.address,
      '/companies/gorsewell-mining-plc',
    ];
    for (const where of [...pages, '/tickers/XLON/RIO', `/search?q=Gorse`]) {
      const { text } = await open(where).expect(200);
      expect(text).not.toContain(HIDDEN);
    }
    expect(readText((await open(shown.address)).text)).toContain('Gorsewell as it is out');
    // Nor to somebody who may read drafts elsewhere: the page is the same for everybody.
    const asAdmin = await open(`/articles/${draft.slug}?status=draft`).set(
      'authorization',
      `Bearer ${newsroom().adminToken}`,
    );
    expect(asAdmin.status).toBe(404);
    expect(asAdmin.text).not.toContain(HIDDEN);
  });

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
    }
  });

  it('is conditional, and answers HEAD', async () => {
    const { address, documentId } = await publish(['First.']);
    const first = await open(address).expect(200);
    const etag = first.headers.etag ?? '';
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    const same = await open(address).set('if-none-match', etag).expect(304);
    expect(same.text).toBe('');
    const head = await newsroom().http().head(address).expect(200);
    expect(head.headers.etag).toBe(etag);
    expect(head.headers['content-length']).toBe(first.headers['content-length']);
    await newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, data: { body: body('Second.') }, status: 'published' });
    const changed = await open(address).set('if-none-match', etag).expect(200);
    expect(changed.text).toContain('Second.');
  });

  it('keeps locales apart: a slug that two share, the switch, hreflang, an unknown locale', async () => {
    const { strapi } = newsroom();
    const { documentId, address } = await publish(['English.'], { title: 'Shared', slug: 'shared-by-two' });
    await strapi.documents(ARTICLE).update({
      documentId,
      locale: 'es',
      data: { title: 'Compartido', slug: 'shared-by-two', body: body('Español.') },
      status: 'published',
    });
    const english = await open(address).expect(200);
    const spanish = await open('/es/articles/shared-by-two').expect(200);
    expect(english.text).toContain('<html lang="en" dir="ltr">');
    expect(spanish.text).toContain('<html lang="es" dir="ltr">');
    expect(readText(english.text)).toContain('English.');
    expect(readText(spanish.text)).toContain('Español.');
    expect(readText(spanish.text)).not.toContain('English.');
    expect(english.text).toMatch(
      /<link rel="alternate" hrefLang="es" href="[^"]+\/es\/articles\/shared-by-two"/i,
    );
    expect(english.text).toMatch(/<link rel="canonical" href="[^"]+\/articles\/shared-by-two"/);
    expect(english.text).toContain(
      '<a href="/es/articles/shared-by-two" hrefLang="es" lang="es">español</a>',
    );
    expect(readText((await open('/es').expect(200)).text)).toContain('Compartido');
    const german = await open('/de/articles/shared-by-two').expect(404);
    expect(german.text).toContain('href="/es/articles/shared-by-two"');
    await open('/xx/articles/shared-by-two').expect(404);
    await open('/xx').expect(404);
    const redirected = await open('/en/articles/shared-by-two?a=b').expect(301);
    expect(redirected.headers.location).toBe('/articles/shared-by-two?a=b');
  });

  it('writes a right-to-left language from right to left', async () => {
    const { strapi } = newsroom();
    const locales = strapi.plugin('i18n').service('locales');
    const arabic = await locales.create({ code: 'ar', name: 'Arabic (ar)' });
    const { documentId } = await publish(['English.'], { title: 'Left to right', slug: 'rtl' });
    await strapi.documents(ARTICLE).update({
      documentId,
      locale: 'ar',
      data: { title: 'ارتفاع الأسهم', slug: 'rtl', body: body('ارتفعت الأسهم اليوم.') },
      status: 'published',
    });
    const { text } = await open('/ar/articles/rtl').expect(200);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('<h1 dir="auto">ارتفاع الأسهم</h1>');
    await strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
    await locales.delete({ id: arabic.id });
  });

  it('links to the feeds of what a page shows', async () => {
    const { text } = await open('/companies/gorsewell-mining-plc').expect(200);
    for (const [type, format] of [
      ['application/rss+xml', 'rss'],
      ['application/atom+xml', 'atom'],
      ['application/feed+json', 'json'],
    ])
      expect(text).toMatch(
        new RegExp(
          `<link rel="alternate" type="${(type ?? '').replace('+', '\\+')}"[^>]+/feeds/${format}\\?company=gorsewell-mining-plc"`,
        ),
      );
  });

  it('shows an article that has a title alone, and markup as text', async () => {
    const bare = await publish([], { title: 'A title alone', body: [] });
    expect(readText((await open(bare.address).expect(200)).text)).toContain('A title alone');
    const evil = '"><script>alert(1)</script>';
    const marked = await publish([evil], { title: `${evil} ${title()}`, summary: evil, byline: evil });
    for (const where of [marked.address, '/', `/search?q=${encodeURIComponent(evil)}`]) {
      const { text, headers } = await open(where).expect(200);
      expect(text).not.toContain('<script>alert');
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('shows a body of 1 MB and an article with 500 mentions', async () => {
    const long = await publish(Array.from({ length: 100 }, () => 'word '.repeat(2_100)));
    const { text } = await open(long.address).expect(200);
    expect(text.length).toBeGreaterThan(1_000_000);
    const mentions = Array.from(
      { length: 500 },
      (_none, index) =>
        `Company (NASDAQ: Q${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(65 + Math.floor(index / 26))}).`,
    );
    const many = await publish(mentions);
    const page = await open(many.address).expect(200);
    expect(page.text.match(/class="quote none"/g)).toHaveLength(500);
    expect(page.text.match(/<th scope="row">/g)?.length).toBeGreaterThanOrEqual(500);
  }, 120_000);

  it('pages its lists, and finds no page where there is none', async () => {
    const { strapi } = newsroom();
    const company = await strapi.documents(COMPANY).create({ data: { name: 'Paged Company' } });
    for (let index = 0; index < 16; index += 1) await publish([], { companies: [company.documentId] });
    const first = await open('/companies/paged-company').expect(200);
    expect(first.text).toContain('rel="next" href="/companies/paged-company?page=2"');
    const second = await open('/companies/paged-company?page=2').expect(200);
    expect(second.text.match(/class="card full"/g)).toHaveLength(1);
    expect(second.text).toContain('rel="prev" href="/companies/paged-company"');
    for (const page of ['3', '0', '-1', 'x', '1e3', '99999999999999999999', '1&page=2'])
      await open(`/companies/paged-company?page=${page}`).expect(404);
    await open('/?kind=nosuch').expect(404);
    await strapi.documents(COMPANY).delete({ documentId: company.documentId });
  });

  it('answers junk with a page', async () => {
    for (const query of [
      '%25_%25',
      "'; drop table articles; --",
      'x'.repeat(2_000),
      '😀'.repeat(200),
      '\\',
      ':::',
      'a:b',
      '[]{}()$',
    ]) {
      const { text } = await open(`/search?q=${encodeURIComponent(query)}`).expect(200);
      expect(text).toContain('</html>');
    }
    await open('/search?q=a&q=b').expect(200);
    await open('/search?q[$ne]=a').expect(200);
    for (const where of [
      '/articles/%00',
      '/articles/%F0%9F',
      '/tickers/XNAS/%2F',
      '/companies/..%2f..%2f',
      '/nowhere/at/all',
    ]) {
      const { status, headers } = await open(where);
      expect([400, 404]).toContain(status);
      expect(headers['content-type']).toContain('text/html');
    }
  });

  it('says that a section without articles has none', async () => {
    const { text } = await open('/?sector=Nobody%20works%20here').expect(200);
    expect(readText(text)).toContain('Nothing has been published here yet.');
    expect(readText((await open('/fr/?kind=opinion').expect(200)).text)).toContain(
      'Rien n’a encore été publié ici.',
    );
  });

  it('goes on without live quotes where the provider is down', async () => {
    const { address } = await publish(['(LSE: RIO)']);
    newsroom().provider.fail('status-500');
    newsroom().clock.advance(10 * 60_000);
    await open(address).expect(200);
    await open('/tickers/XLON/RIO').expect(200);
    newsroom().provider.fail(undefined);
  });

  it('stays small: an article of a thousand words with twelve listings, and the style sheet', async () => {
    const listings = [
      'MSFT',
      'AAPL',
      'GOOG',
      'NVDA',
      'AMZN',
      'META',
      'AMD',
      'TSLA',
      'VKTX',
      'WGS',
      'SOUN',
      'AAON',
    ];
    const paragraphs = Array.from(
      { length: 16 },
      (_none, index) =>
        `${'Small companies outpaced the large ones as the cost of borrowing fell. '.repeat(8)}${listings[index] ? `One (NASDAQ: ${listings[index]}) rose.` : ''}`,
    );
    const { address } = await publish(paragraphs, {
      kind: 'analysis',
      byline: 'A',
      summary: 'A summary of it.',
    });
    const { text } = await open(address).expect(200);
    expect(paragraphs.join('').length).toBeGreaterThan(8_700);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    const styles = await readFile(path.resolve(__dirname, '../../../public/site/site.css'));
    expect(styles.length).toBeLessThan(20_000);
    const [, linked = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
    await newsroom()
      .http()
      .get(linked)
      .expect(200)
      .expect('content-type', /text\/css/);
    const [, script = ''] = /<script src="([^"]+)" type="module"/.exec(text) ?? [];
    await newsroom()
      .http()
      .get(script)
      .expect(200)
      .expect('content-type', /javascript/);
    const [, font = ''] = /<link rel="preload" as="font" type="font\/woff2" href="([^"]+)"/.exec(text) ?? [];
    await newsroom().http().get(font).expect(200).expect('content-type', 'font/woff2');
    await newsroom().http().get('/site/fonts/..%2f..%2fpackage.json').expect(404);
  });

  it('answers programs as before: JSON for errors of the API, and for whoever takes anything', async () => {
    const api = await open('/api/nowhere').expect(404);
    expect(api.headers['content-type']).toContain('application/json');
    const program = await newsroom().http().get('/articles/nowhere-at-all').set('accept', '*/*').expect(404);
    expect(program.headers['content-type']).toContain('text/html');
    const other = await newsroom().http().get('/nowhere-at-all').set('accept', '*/*').expect(404);
    expect(other.headers['content-type']).toContain('application/json');
  });
};
