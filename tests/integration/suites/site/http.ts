import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ARTICLE, body } from '../../../support/articles';
import type { Suite } from '../../../support/describe-newsroom';
import { openPage } from '../../../support/site';
import { publishPage, withGorsewell } from './gorsewell';

/** The site as HTTP has it: conditional, small, and apart from what programs are answered. */
export const siteOverHttp: Suite = (newsroom) => {
  withGorsewell(newsroom);
  const open = (address: string) => openPage(newsroom(), address);
  const publish = (texts: string[], data?: Record<string, unknown>) => publishPage(newsroom(), texts, data);

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
    const styles = await readFile(path.resolve(__dirname, '../../../../public/site/site.css'));
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
