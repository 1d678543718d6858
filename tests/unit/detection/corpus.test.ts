import { findMentions, type Mention } from '../../../src/plugins/quote-snapshots/server/src/detection';
import type { Case } from './case';
import { CORPUS } from './corpus';

const shown = ({ mic, exchange, symbol, isin }: Mention): string =>
  (mic ? `${mic}:${symbol}` : exchange ? `${exchange}?:${symbol}` : `$:${symbol}`) + (isin ? `@${isin}` : '');

const found = ({ text, format, cashtags }: Case): string[] =>
  findMentions(text, { format: format ?? 'plain', cashtags: cashtags ?? false }).map(shown);

const KINDS = Object.entries(CORPUS);
const everyCase = KINDS.flatMap(([, cases]) => cases);

/** Of what was found, how much is right, and of what is there, how much was found. A trap left alone is right. */
const measured = (cases: readonly Case[]): { precision: number; recall: number } => {
  let [right, wrong, missed] = [0, 0, 0];
  for (const one of cases) {
    const got = found(one);
    if (got.length === 0 && one.expected.length === 0) right += 1;
    right += got.filter((mention) => one.expected.includes(mention)).length;
    wrong += got.filter((mention) => !one.expected.includes(mention)).length;
    missed += one.expected.filter((mention) => !got.includes(mention)).length;
  }
  return { precision: right / (right + wrong), recall: right / (right + missed) };
};

describe('the corpus of printed forms and traps', () => {
  it('has at least 1,200 forms and 1,000 traps, none twice', () => {
    expect(everyCase.filter(({ expected }) => expected.length > 0).length).toBeGreaterThanOrEqual(1_200);
    expect(everyCase.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(1_000);
    const texts = everyCase.map(({ text, format, cashtags }) => `${format} ${cashtags} ${text}`);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it.each(everyCase.map((one) => [one.text, one] as const))('%j', (_text, one) => {
    expect(found(one)).toEqual(one.expected);
  });

  it('is found with a precision and a recall of 0.98 at least, in each kind', () => {
    const figures = KINDS.map(([kind, cases]) => ({ kind, texts: cases.length, ...measured(cases) }));
    console.table(figures);
    expect(figures.filter(({ precision, recall }) => precision < 0.98 || recall < 0.98)).toEqual([]);
  });
});
