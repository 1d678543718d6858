import { findMentions, type Mention } from '../../../src/plugins/quote-snapshots/server/src/detection';
import { CORPUS, type Case } from './corpus';

const shown = ({ mic, exchange, symbol }: Mention): string =>
  mic ? `${mic}:${symbol}` : exchange ? `${exchange}?:${symbol}` : `$:${symbol}`;

const found = ({ text, format, cashtags }: Case): string[] =>
  findMentions(text, { format: format ?? 'plain', cashtags: cashtags ?? false }).map(shown);

describe('the corpus of printed forms and traps', () => {
  it('has at least 200 of them, none twice', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(200);
    expect(new Set(CORPUS.map(({ text, format, cashtags }) => `${format} ${cashtags} ${text}`)).size).toBe(
      CORPUS.length,
    );
  });

  it.each(CORPUS.filter(({ knownMiss }) => !knownMiss).map((one) => [one.text, one] as const))(
    '%j',
    (_text, one) => {
      expect(found(one)).toEqual(one.expected);
    },
  );

  it('is found with full precision, and with a recall of 100 % but for the known misses', () => {
    let [right, wrong, missed] = [0, 0, 0];
    for (const one of CORPUS) {
      const got = found(one);
      right += got.filter((mention) => one.expected.includes(mention)).length;
      wrong += got.filter((mention) => !one.expected.includes(mention)).length;
      missed += one.expected.filter((mention) => !got.includes(mention)).length;
    }
    const known = CORPUS.filter(({ knownMiss }) => knownMiss).flatMap(({ expected }) => expected).length;
    expect({ precision: right / (right + wrong), missed }).toEqual({ precision: 1, missed: known });
  });
});
