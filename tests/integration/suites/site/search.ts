import type { Suite } from '../../../support/describe-newsroom';
import { openPage } from '../../../support/site';
import { withGorsewell } from './gorsewell';

/** The search, and what is asked of it. */
export const searchPage: Suite = (newsroom) => {
  withGorsewell(newsroom);
  const open = (address: string) => openPage(newsroom(), address);

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
};
