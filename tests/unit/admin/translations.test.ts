import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';

const LOCALES = ['de', 'en', 'es', 'fr'];

/** The names in braces, in order of the alphabet: `{count, plural, …}` counts as `count`. */
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name ?? '').sort();

describe.each([
  ['the plugin', 'src/plugins/quote-snapshots/admin/src/translations'],
  ['the response cache', 'src/plugins/response-cache/admin/src/translations'],
  ['the newsroom', 'src/admin/translations'],
])('the translations of %s', (_whose, where) => {
  const folder = path.resolve(__dirname, '../../..', where);
  const read = (locale: string): Record<string, string> =>
    JSON.parse(readFileSync(path.join(folder, `${locale}.json`), 'utf8'));
  const english = read('en');

  it('are complete in English, Spanish, French and German, in files and keys alike', () => {
    expect(readdirSync(folder).sort()).toEqual(LOCALES.map((locale) => `${locale}.json`));
    for (const locale of LOCALES) expect(Object.keys(read(locale))).toEqual(Object.keys(english));
  });

  describe.each(LOCALES)('in %s', (locale) => {
    const texts = Object.entries(read(locale));

    it.each(texts)('%s has the placeholders of English and can be formatted', (key, text) => {
      expect(text.trim()).not.toBe('');
      expect(new Set(placeholders(text))).toEqual(new Set(placeholders(english[key] ?? '')));
      const failures: unknown[] = [];
      const intl = createIntl({
        locale,
        messages: { [key]: text },
        onError: (error) => failures.push(error),
      });
      const values = Object.fromEntries(placeholders(text).map((name) => [name, name === 'count' ? 2 : 'X']));
      const formatted = intl.formatMessage({ id: key }, values);
      expect(failures).toEqual([]);
      expect(formatted).not.toMatch(/[{}#]/);
    });
  });
});
