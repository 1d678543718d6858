import { title } from '../../../support/articles';
import type { Suite } from '../../../support/describe-newsroom';
import { openPage, readText } from '../../../support/site';
import { publishPage, withGorsewell } from './gorsewell';

/** The front page and its sections. */
export const frontPage: Suite = (newsroom) => {
  withGorsewell(newsroom);
  const open = (address: string) => openPage(newsroom(), address);
  const publish = (texts: string[], data?: Record<string, unknown>) => publishPage(newsroom(), texts, data);

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

  it('says that a section without articles has none', async () => {
    const { text } = await open('/?sector=Nobody%20works%20here').expect(200);
    expect(readText(text)).toContain('Nothing has been published here yet.');
    expect(readText((await open('/fr/?kind=opinion').expect(200)).text)).toContain(
      'Rien n’a encore été publié ici.',
    );
  });
};
