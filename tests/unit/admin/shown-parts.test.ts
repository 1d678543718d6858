import type { ShownFigure, ShownPublication } from '../../../src/admin/corrections/publications';
import { compareParts, textsOf } from '../../../src/admin/corrections/shown-parts';

const shown: ShownPublication = {
  id: 1,
  at: '2026-11-27T10:00:00.000Z',
  by: null,
  byKind: null,
  change: 'first',
  note: null,
  retractedAt: null,
  withheld: [],
  title: 'Title',
  summary: null,
  paragraphs: ['One.', 'Two.'],
  byline: 'Ada A.',
  coverCaption: 'The plant.',
  coverCredit: null,
  disclaimers: [{ key: 'a', name: 'A', text: 'No advice.', language: 'en' }],
  figures: [
    {
      instrument: 'XNAS:MSFT',
      exchange: 'NASDAQ',
      symbol: 'MSFT',
      state: 'captured',
      price: 480,
      currency: 'USD',
      quotedAt: '2026-11-27T09:59:00.000Z',
    },
    {
      instrument: 'XNYS:ORCL',
      exchange: null,
      symbol: null,
      state: 'unavailable',
      price: null,
      currency: 'USD',
      quotedAt: null,
    },
    {
      instrument: 'XNYS:IBM',
      exchange: null,
      symbol: null,
      state: null,
      price: null,
      currency: null,
      quotedAt: null,
    },
  ],
};

const wordFigure = ({ instrument, state }: ShownFigure): string => `${instrument} ${state}`;

describe('a publication as text', () => {
  it('has each part, a line for each paragraph, figure and disclaimer', () => {
    expect(textsOf(shown, wordFigure)).toEqual({
      title: 'Title',
      summary: '',
      byline: 'Ada A.',
      body: 'One.\nTwo.',
      caption: 'The plant.',
      credit: '',
      figures: 'XNAS:MSFT captured\nXNYS:ORCL unavailable\nXNYS:IBM null',
      disclaimers: 'No advice.',
    });
  });

  it('has null, and not an empty text, where the role may not read a part', () => {
    const limited = {
      ...shown,
      paragraphs: null,
      coverCredit: null,
      withheld: ['paragraphs', 'coverCredit'],
    };
    expect(textsOf(limited, wordFigure)).toMatchObject({
      title: 'Title',
      summary: '',
      body: null,
      credit: null,
    });
  });
});

describe('two publications', () => {
  it('differ in bylines only where both were recorded', () => {
    expect(compareParts({ ...shown, byline: null }, shown, wordFigure)).toEqual([]);
    expect(compareParts({ ...shown, byline: '' }, shown, wordFigure)).toEqual([
      { part: 'byline', texts: { before: '', after: 'Ada A.' } },
    ]);
  });

  it('differ in those parts whose text does', () => {
    expect(compareParts(shown, { ...shown, title: 'Another', coverCredit: 'Ada' }, wordFigure)).toEqual([
      { part: 'title', texts: { before: 'Title', after: 'Another' } },
      { part: 'credit', texts: { before: '', after: 'Ada' } },
    ]);
  });

  it('may differ in a part that the role may not read of either', () => {
    const limited = { ...shown, summary: null, withheld: ['summary'] };
    const hidden = [{ part: 'summary', texts: null }];
    expect(compareParts(limited, limited, wordFigure)).toEqual(hidden);
    expect(compareParts({ ...shown, summary: 'In short.' }, limited, wordFigure)).toEqual(hidden);
  });
});
