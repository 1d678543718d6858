import { later, readSnapshots, settled, title } from '../../../support/articles';
import type { Suite } from '../../../support/describe-newsroom';
import { openPage, readText } from '../../../support/site';
import { publishPage, withGorsewell } from './gorsewell';

const TICKER = 'api::ticker.ticker';

/** The page of an article. */
export const articlePage: Suite = (newsroom) => {
  withGorsewell(newsroom);
  const open = (address: string) => openPage(newsroom(), address);
  const publish = (texts: string[], data?: Record<string, unknown>) => publishPage(newsroom(), texts, data);

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

  it('goes on without live quotes where the provider is down', async () => {
    const { address } = await publish(['(LSE: RIO)']);
    newsroom().provider.fail('status-500');
    newsroom().clock.advance(10 * 60_000);
    await open(address).expect(200);
    await open('/tickers/XLON/RIO').expect(200);
    newsroom().provider.fail(undefined);
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
};
