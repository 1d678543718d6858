import { renderArticlePage, type ArticlePageProps } from '../../../src/preview/ArticlePage';
import { safeLink } from '../../../src/newsroom/text/safe-link';
import { findMentions } from '../../../src/plugins/quote-snapshots/server/src/detection';

const snapshot: ArticlePageProps['article']['quoteSnapshots'][number] = {
  instrument: 'XNAS:MSFT',
  symbol: 'MSFT',
  mic: 'XNAS',
  exchange: 'NASDAQ',
  name: 'Microsoft',
  reason: null,
  delayMinutes: 20,
  price: 480,
  change: 10,
  changePercent: 2.13,
  currency: 'USD',
  priceDecimals: 2,
  state: 'captured',
  quotedAt: '2026-11-24T19:32:00.000Z',
  lateMinutes: null,
  attribution: 'Quotes by Sample.',
};

const page = (article: Partial<ArticlePageProps['article']>, more: Partial<ArticlePageProps> = {}): string =>
  renderArticlePage({
    article: {
      title: 'Title',
      summary: null,
      byline: null,
      kind: null,
      publishedAt: null,
      firstPublishedAt: null,
      correctedAt: null,
      corrections: null,
      retractedAt: null,
      body: [],
      cover: null,
      coverCaption: null,
      coverCredit: null,
      quoteSnapshots: [snapshot],
      ...article,
    },
    locale: 'en',
    isDraft: false,
    disclaimers: [],
    box: undefined,
    findMentions: (text) => findMentions(text),
    styles: '/site/site.css',
    ...more,
  });

const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const text = (content: string, marks: object = {}) => ({ type: 'text', text: content, ...marks });

describe('the preview page', () => {
  it('puts each quote beside its first mention, behind the bracket', () => {
    const html = page({
      body: [
        paragraph(
          text('Microsoft ('),
          text('NASDAQ', { bold: true }),
          text(': MSFT) rose. (NASDAQ: MSFT) again.'),
        ),
      ],
    });
    expect(html).toContain(
      ': MSFT) <span class="quote"><data class="price" value="480">$480.00</data> <span class="change up"><span class="arrow" aria-hidden="true">▲</span><data class="percent" value="2.13">+2.13%</data></span></span> rose. (NASDAQ: MSFT) again.',
    );
    expect(html.match(/class="quote"/g)).toHaveLength(1);
  });

  it('says of a mention without a snapshot that publishing will quote it', () => {
    expect(page({ body: [paragraph(text('(NYSE: ORCL)'))] })).toContain('quote at publication');
  });

  it('keeps every shape of block, and leaves out what is none', () => {
    const html = page({
      body: [
        { type: 'heading', level: 3, children: [text('Head')] },
        { type: 'quote', children: [text('Said')] },
        { type: 'code', children: [text('<b>(NASDAQ: MSFT)</b>')] },
        {
          type: 'list',
          format: 'ordered',
          children: [
            { type: 'list-item', children: [text('One')] },
            { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('Two')] }] },
          ],
        },
        paragraph({ type: 'link', url: 'https://example.com/a', children: [text('there')] }),
        { type: 'image', image: { url: '/uploads/a.png', alternativeText: 'A' } },
        { type: 'script', children: [text('no')] },
        'nonsense',
        null,
      ],
    });
    for (const part of [
      '<h3 dir="auto">Head</h3>',
      '<blockquote dir="auto">Said</blockquote>',
      '<pre><code>&lt;b&gt;(NASDAQ: MSFT)&lt;/b&gt;</code></pre>',
      '<ol><li dir="auto">One</li><ul><li dir="auto">Two</li></ul></ol>',
      '<a href="https://example.com/a" rel="noopener noreferrer nofollow">there</a>',
      '<img src="/uploads/a.png" alt="A" loading="lazy"/>',
    ])
      expect(html).toContain(part);
    expect(html).not.toContain('nonsense');
  });

  it('is safe against script in any field', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const html = page(
      {
        title: evil,
        summary: evil,
        byline: evil,
        coverCaption: evil,
        coverCredit: evil,
        cover: { url: 'javascript:alert(1)', alternativeText: evil, width: null, height: null },
        body: [
          paragraph(text(evil), { type: 'link', url: 'javascript:alert(1)', children: [text('x')] }),
          { type: 'code', children: [text(evil)] },
          { type: 'image', image: { url: 'java\tscript:alert(1)', alternativeText: evil } },
        ],
      },
      { disclaimers: [{ text: evil, language: evil }] },
    );
    expect(html).not.toMatch(/<script|<img|javascript:/i);
    expect(html).toContain('&lt;script&gt;');
  });

  it.each([
    ['https://example.com/a', 'https://example.com/a'],
    ['mailto:desk@example.com', 'mailto:desk@example.com'],
    ['/uploads/a.png', '/uploads/a.png'],
    ['JaVaScRiPt:alert(1)', undefined],
    [' java\nscript:alert(1)', undefined],
    ['data:text/html,<script>', undefined],
    ['vbscript:x', undefined],
    ['http://[', undefined],
    [5, undefined],
  ])('lets a link lead to %j or not', (address, expected) => expect(safeLink(address)).toBe(expected));

  it('shows the box with its notice and credit, disclaimers, the time of capture, and that a draft is one', () => {
    const live = {
      instrument: 'XNAS:AAPL',
      symbol: 'AAPL',
      mic: 'XNAS',
      exchange: 'NASDAQ',
      quotedAt: null,
      name: 'Apple Inc.',
      price: 272.19,
      change: -1,
      changePercent: -0.4,
      currency: 'USD',
      priceDecimals: 2,
    };
    const html = page(
      {},
      {
        isDraft: true,
        disclaimers: [{ text: 'Not advice.', language: 'en' }],
        box: {
          data: [live],
          meta: { attribution: 'Credit.', delayMinutes: 20 },
        },
      },
    );
    for (const part of [
      '$272.19',
      '-1.00',
      '-0.40%',
      '▼',
      'Credit.',
      'delayed at least 20',
      'Not advice.',
      'At publication',
      'Quotes by Sample.',
      'Draft:',
    ])
      expect(html).toContain(part);
  });
});
