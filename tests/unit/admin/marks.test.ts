import { placeCard } from '../../../src/plugins/quote-snapshots/admin/src/marks/place-card';
import { replacementOf } from '../../../src/plugins/quote-snapshots/admin/src/marks/replacement';
import { replacementsOf } from '../../../src/plugins/quote-snapshots/admin/src/marks/replacements-of';
import { markKind, rowOfMention } from '../../../src/plugins/quote-snapshots/admin/src/marks/row-of-mention';
import { settleChoices } from '../../../src/plugins/quote-snapshots/admin/src/panel/settle-choices';
import type { QuoteRow } from '../../../src/plugins/quote-snapshots/admin/src/rows/quote-rows';
import { findEveryMention } from '../../../src/plugins/quote-snapshots/server/src/detection';

const row = (key: string, more: Partial<QuoteRow> = {}): QuoteRow => {
  const [, symbol = ''] = key.split(':');
  return {
    ...{ key, symbol, exchange: 'X', instrument: key, name: null, state: 'captured', willCapture: false },
    ...{ named: null, snapshot: null, ambiguous: null },
    ...more,
  };
};
const open = (symbol: string, exchange: string | null): QuoteRow =>
  row(`${exchange ?? '$'}:${symbol}`, {
    ...{ exchange, instrument: null, state: 'choose' },
    ambiguous: { symbol, exchange, choices: [], reason: null, reasonCode: null, reasonParams: null },
  });

describe('the row of a mention', () => {
  const mention = (text: string) => {
    const [first] = findEveryMention(text, { cashtags: true });
    if (!first) throw new Error(`No mention in "${text}".`);
    return first;
  };

  it.each([
    ['its listing', '(NASDAQ: MSFT)', [row('XNYS:MSFT'), row('XNAS:MSFT')], 'XNAS:MSFT'],
    ['the question which one is meant', '(TSE: 7203)', [open('7203', 'TSE')], 'TSE:7203'],
    ['the listing that was chosen', '(TSE: 7203)', [row('XNAS:7203'), row('XTKS:7203')], 'XTKS:7203'],
    ['of a cashtag the listing of its symbol', '$TSLA', [row('XNAS:TSLA')], 'XNAS:TSLA'],
    ['the question, where an ISIN contradicts', '(NASDAQ: MSFT)', [open('MSFT', 'NASDAQ')], 'NASDAQ:MSFT'],
    ['none for a listing that has none', '(NASDAQ: MSFT)', [row('XNAS:AAPL')], undefined],
    ['none that is taken out', '(NASDAQ: MSFT)', [row('XNAS:MSFT', { state: 'removed' })], undefined],
  ])('is %s', (_what, text, rows, key) => {
    expect(rowOfMention(mention(text), rows)?.key).toBe(key);
  });

  it('decides how the mention is marked; without one it is marked as long as the answer is awaited', () => {
    expect(markKind(row('XNAS:MSFT'), false)).toBe('known');
    expect(markKind(row('XNAS:MSFT', { state: 'unquoted' }), false)).toBe('unknown');
    expect(markKind(open('7203', 'TSE'), false)).toBe('unsure');
    expect(markKind(undefined, true)).toBe('unread');
    expect(markKind(undefined, false)).toBeUndefined();
  });
});

describe('replacing a mention', () => {
  const replaced = (text: string, listing: Parameters<typeof replacementOf>[2]): string | undefined => {
    const [mention] = findEveryMention(text);
    const part = mention && replacementOf(text, mention, listing);
    return part && text.slice(0, part.start) + part.text + text.slice(part.end);
  };

  it('changes the symbol alone on the same exchange, and the exchange too on another', () => {
    const text = 'Microsoft (NASDAQ: MSTF) rose.';
    const same = { symbol: 'MSFT', exchange: 'NASDAQ', isSameExchange: true };
    expect(replaced(text, same)).toBe('Microsoft (NASDAQ: MSFT) rose.');
    const other = { symbol: 'ORCL', exchange: 'NYSE', isSameExchange: false };
    expect(replaced('Oracle (Nasdaq:ORCL) fell.', other)).toBe('Oracle (NYSE:ORCL) fell.');
  });

  it('takes those mentions that can be written as the other listing, whichever comes first', () => {
    const text = '(NYSE: ORCL, MSFT) fell, and (NYSE: MSFT) too.';
    const marks = findEveryMention(text)
      .filter(({ symbol }) => symbol === 'MSFT')
      .map((mention) => ({ mention, row: 'XNYS:MSFT', field: { text } }));
    expect(marks).toHaveLength(2);
    const other = { symbol: 'MSFT', exchange: 'NASDAQ', isSameExchange: false };
    expect(replacementsOf(marks, 'XNYS:MSFT', other).map(({ replacement }) => replacement)).toEqual([
      { start: text.lastIndexOf('NYSE'), end: text.lastIndexOf(')'), text: 'NASDAQ: MSFT' },
    ]);
    expect(replacementsOf(marks, 'XNYS:ORCL', other)).toEqual([]);
  });

  it('is not offered where the exchange stands elsewhere', () => {
    const other = { symbol: 'ORCL', exchange: 'NYSE', isSameExchange: false };
    expect(replacementOf('ORCL on NASDAQ', { exchange: 'NASDAQ', start: 0, end: 4 }, other)).toBeUndefined();
    expect(replacementOf('$ORCL', { exchange: null, start: 1, end: 5 }, other)).toBeUndefined();
  });
});

describe('the place of a card', () => {
  const screen = { width: 390, height: 800 };
  const card = { width: 300, height: 200 };
  it('is below its mention, above where there is no room, and never beyond the window', () => {
    const at = (left: number, top: number) => ({ left, right: left + 40, top, bottom: top + 20 });
    expect(placeCard(at(20, 100), card, screen)).toEqual({ left: 20, top: 126 });
    expect(placeCard(at(20, 700), card, screen)).toEqual({ left: 20, top: 494 });
    expect(placeCard(at(350, 100), card, screen).left).toBe(82);
    expect(placeCard(at(20, 100), card, { width: 390, height: 300 }).top).toBeGreaterThanOrEqual(8);
  });
});

describe('settled choices', () => {
  const choice = { symbol: '7203', exchange: 'TSE', ticker: 'tokyo', isLinked: true };
  it('go with their mention, and come back with it', () => {
    const elsewhere = [{ symbol: 'MSFT', exchange: 'NASDAQ' }];
    expect(settleChoices([choice], elsewhere)).toEqual({ unlink: [choice], link: [] });
    const away = { ...choice, isLinked: false };
    const named = [{ symbol: '7203', exchange: 'TSE' }];
    expect(settleChoices([away], named)).toEqual({ unlink: [], link: [away] });
    expect(settleChoices([choice], named)).toEqual({ unlink: [], link: [] });
    expect(settleChoices([away], elsewhere)).toEqual({ unlink: [], link: [] });
  });
});
