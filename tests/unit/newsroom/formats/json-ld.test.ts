import { articleJsonLd } from '../../../../src/newsroom/formats/json-ld/article-json-ld';
import { jsonLdScript } from '../../../../src/newsroom/formats/json-ld/json-ld';
import { readCorrections } from '../../../../src/newsroom/text/corrections';
import { openGraphTags } from '../../../../src/newsroom/formats/open-graph';
import { faultsOfJsonLd } from '../../../support/standards/json-ld';
import { articleWith, quoteOf, SITE } from './article';

const company = {
  documentId: 'c1',
  name: 'Shell',
  slug: 'shell',
  legalName: 'Shell plc',
  lei: '21380068P1DRHMJ8KU70',
  website: 'https://www.shell.com',
  logo: null,
};
const listing = { symbol: 'SHEL', mic: 'XLON', exchange: 'LSE', name: null, isin: null, company: 'c1' };
const jsonLd = (article: Parameters<typeof articleJsonLd>[0]) => {
  // As it is sent: what is undefined is left out.
  const sent = JSON.parse(JSON.stringify(articleJsonLd(article, SITE, 'Daily', 'en')));
  expect(faultsOfJsonLd(sent)).toEqual([]);
  return sent['@graph'] as Record<string, unknown>[];
};

describe('JSON-LD of an article', () => {
  it('names every listing of a company, and listings without one by themselves', () => {
    const graph = jsonLd(
      articleWith({
        companies: [company],
        listings: [
          listing,
          { ...listing, mic: 'XAMS', symbol: 'SHELL' },
          { ...listing, symbol: 'BRK.B', mic: 'XNYS', company: null },
        ],
      }),
    );
    expect(graph[0]).toMatchObject({
      about: { '@id': 'https://news.example.com/companies/shell' },
      mentions: [{ '@id': 'https://news.example.com/tickers/XNYS/BRK.B' }],
    });
    expect(graph[2]).toMatchObject({ '@type': 'Corporation', tickerSymbol: ['XLON SHEL', 'XAMS SHELL'] });
    expect(graph[3]).toMatchObject({ name: 'BRK.B', tickerSymbol: 'XNYS BRK.B' });
  });

  it('tells of corrections, and dates the article by its last change', () => {
    const at = '2026-11-29T08:00:00.000Z';
    const corrections = [{ at, text: 'The dividend is 20 pence.', kind: 'correction' as const }];
    expect(jsonLd(articleWith({ corrections, updatedAt: at }))[0]).toMatchObject({
      datePublished: '2026-11-27T10:00:00.000Z',
      dateModified: '2026-11-29T08:00:00.000Z',
      correction: [{ '@type': 'CorrectionComment', text: 'The dividend is 20 pence.' }],
    });
  });

  it('gives each price its time and its credit, also where the company is unknown', () => {
    expect(jsonLd(articleWith({ quotes: [quoteOf('MSFT')] })).at(-1)).toMatchObject({
      value: 480,
      unitText: 'USD',
      observationDate: '2026-11-27T21:00:00.000Z',
      measurementMethod: 'Quotes by Example Data.',
    });
  });

  it('can be embedded in a page, whatever it says', () => {
    const title = '</script><script>alert(1)</script> & \u2028';
    const script = jsonLdScript(articleJsonLd(articleWith({ title }), SITE, 'Daily', 'en'));
    expect(script).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(script)['@graph'][0].headline).toBe(title);
  });
});

describe('corrections as the newsroom keeps them', () => {
  it('are read, and what is none is left out', () => {
    const at = '2026-11-29T08:00:00.000Z';
    const stored = [{ at, text: 'Wrong.', kind: 'correction' }, { at: 'x', text: 'No time.' }, { at }, null];
    expect(readCorrections(stored)).toEqual([{ at, text: 'Wrong.', kind: 'correction' }]);
    expect(readCorrections(undefined)).toEqual([]);
  });
});

describe('Open Graph', () => {
  it('has what each network asks for: title, type, address and picture', () => {
    const tags = openGraphTags(
      articleWith({
        translations: [
          { locale: 'en', slug: 'x' },
          { locale: 'pt-BR', slug: 'y' },
        ],
      }),
      SITE,
      'Daily',
      'en',
    );
    const of = (wanted: string) =>
      tags.flatMap((tag) => ('property' in tag && tag.property === wanted ? [tag.content] : []));
    expect(of('og:title')).toEqual(['Chipmakers steady']);
    expect(of('og:type')).toEqual(['article']);
    expect(of('og:url')).toEqual(['https://news.example.com/articles/chipmakers-steady']);
    expect(of('og:image')).toEqual(['https://news.example.com/social/en/a1b2c3.png']);
    expect(of('og:locale:alternate')).toEqual(['pt_BR']);
    expect(of('og:description')).toEqual([]);
  });

  it('gives the photo after the picture', () => {
    const cover = {
      url: 'https://news.example.com/uploads/a.jpg',
      width: 10,
      height: 10,
      mime: 'image/jpeg',
      alternativeText: 'A chip',
    };
    const images = openGraphTags(articleWith({ cover }), SITE, 'Daily', 'en').filter(
      (tag) => 'property' in tag && tag.property === 'og:image',
    );
    expect(images.map(({ content }) => content)).toEqual([
      'https://news.example.com/social/en/a1b2c3.png',
      cover.url,
    ]);
  });
});
