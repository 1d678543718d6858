import type { ShownPublication } from '../../../src/admin/corrections/publications';
import { textsOf } from '../../../src/admin/corrections/shown-parts';

const shown: ShownPublication = {
  id: 1,
  at: '2026-11-27T10:00:00.000Z',
  by: null,
  byKind: null,
  change: 'first',
  note: null,
  retractedAt: null,
  title: 'Title',
  summary: null,
  paragraphs: ['One.', 'Two.'],
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

describe('a publication as text', () => {
  it('has each part, a line for each paragraph, figure and disclaimer', () => {
    expect(textsOf(shown, ({ instrument, state }) => `${instrument} ${state}`)).toEqual({
      title: 'Title',
      summary: '',
      body: 'One.\nTwo.',
      caption: 'The plant.',
      figures: 'XNAS:MSFT captured\nXNYS:ORCL unavailable\nXNYS:IBM null',
      disclaimers: 'No advice.',
    });
  });
});
