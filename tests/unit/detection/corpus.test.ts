import { findMentions, type Mention } from '../../../src/plugins/quote-snapshots/server/src/detection';
import type { Case } from './case';
import { CORPUS } from './corpus';
import { FORMS_BY_KIND } from './forms';
import { TRAPS_BY_KIND } from './traps';

const shown = ({ mic, exchange, symbol, isin }: Mention): string =>
  (mic ? `${mic}:${symbol}` : exchange ? `${exchange}?:${symbol}` : `$:${symbol}`) + (isin ? `@${isin}` : '');

const found = ({ text, format, cashtags }: Case): string[] =>
  findMentions(text, { format: format ?? 'plain', cashtags: cashtags ?? false }).map(shown);

const KINDS: [kind: string, cases: readonly Case[]][] = [
  ['of old', CORPUS],
  ...Object.entries(FORMS_BY_KIND),
  ...Object.entries(TRAPS_BY_KIND),
];
const everyCase = KINDS.flatMap(([, cases]) => cases);

/** Of what was found, how much is right, and of what is there, how much was found; a trap left alone is right. */
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
  it('has at least 200 of old, 150 forms and 150 traps by kind, none twice', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(200);
    expect(Object.values(FORMS_BY_KIND).flat().length).toBeGreaterThanOrEqual(150);
    expect(Object.values(TRAPS_BY_KIND).flat().length).toBeGreaterThanOrEqual(150);
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
