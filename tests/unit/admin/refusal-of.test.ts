import { readFileSync } from 'node:fs';
import path from 'node:path';
import { refusalOf } from '../../../src/plugins/quote-snapshots/admin/src/text/refusal-of';
import { REFUSALS, refused } from '../../../src/plugins/quote-snapshots/server/src/reasons/refused';

const FOLDER = path.resolve(__dirname, '../../../src/plugins/quote-snapshots/admin/src/translations');

it.each(['en', 'de', 'fr', 'es'])(
  'everything that the plugin refuses has words in %s, and no more',
  (language) => {
    const texts: Record<string, string> = JSON.parse(
      readFileSync(path.join(FOLDER, `${language}.json`), 'utf8'),
    );
    const worded = Object.keys(texts).filter((key) => key.startsWith('refused.'));
    expect(worded.sort()).toEqual(REFUSALS.map((code) => `refused.${code}`).sort());
  },
);

describe('why the server refused', () => {
  const details = refused('hidden-filter', { field: 'instrument' });
  const { refusal } = details;

  it('is found in an error of the store, and in one of the fetch client', () => {
    expect(refusalOf({ name: 'PolicyError', message: 'x', details })).toEqual(refusal);
    expect(refusalOf({ message: 'x', response: { data: { error: { details } } } })).toEqual(refusal);
  });

  it.each([
    undefined,
    new Error('Failed to fetch'),
    { details: { refusal: { code: 'newer' } } },
    { details: 'text' },
    { response: {} },
  ])('is not found in %p', (error) => expect(refusalOf(error)).toBeUndefined());

  it('has values, even where an answer has none', () =>
    expect(refusalOf({ details: { refusal: { code: 'superseded' } } })).toEqual({
      code: 'superseded',
      values: {},
    }));
});
