import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FAULTS } from '../../../../src/newsroom/rules/rules';
import type { RefusalReason } from '../../../../src/newsroom/refusals/refusal-reason';
import { wordMessage, wordReasons } from '../../../../src/newsroom/refusals/word-reasons';

const LANGUAGES = ['en', 'de', 'fr', 'es'];

const messagesIn = (language: string): Record<string, string> =>
  JSON.parse(
    readFileSync(
      path.resolve(__dirname, `../../../../src/newsroom/refusals/messages/${language}.json`),
      'utf8',
    ),
  );

const placeholders = (message = ''): string[] =>
  [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

const READER = { language: 'en', timeZone: 'America/New_York' };

describe.each(LANGUAGES)('messages in %s', (language) => {
  const [english, messages] = [messagesIn('en'), messagesIn(language)];

  it('are those of English, with the same placeholders', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english));
    for (const [key, message] of Object.entries(messages)) {
      expect(message.trim()).not.toBe('');
      expect(placeholders(message)).toEqual(placeholders(english[key]));
    }
  });

  it.each([...FAULTS])('have one for the fault %s', (fault) => expect(messages).toHaveProperty(fault));

  it('leave no placeholder behind', () => {
    for (const [key, message] of Object.entries(messages)) {
      const values = Object.fromEntries(placeholders(message).map((name) => [name, 'de']));
      expect(wordMessage(key, values, { ...READER, language })).not.toMatch(/[{}]/);
    }
  });
});

describe('stored reasons', () => {
  const embargo: RefusalReason = {
    code: 'embargo',
    values: { locale: 'de', until: '2026-11-27T21:05:00.000Z' },
  };
  const byline: RefusalReason = { code: 'missingByline', values: { kind: 'opinion' } };

  // How Node words an instant differs from version to version.
  it.each([
    ['en', /^The embargo holds until November 27, 2026.+04:05\sPM EST \(German\)\.$/],
    ['de', /^Die Sperrfrist gilt bis 27\. November 2026.+16:05 \S+ \(Deutsch\)\.$/],
    ['de-AT', /^Die Sperrfrist gilt bis 27\. November 2026.+16:05 \S+ \(Deutsch\)\.$/],
    ['fr', /^L’embargo court jusqu’au 27 novembre 2026.+16:05 \S+ \(allemand\)\.$/],
    ['es', /^El embargo dura hasta el 27 de noviembre de 2026.+16:05 \S+ \(alemán\)\.$/],
    ['ja', /^The embargo holds until November 27, 2026.+04:05\sPM EST \(German\)\.$/],
  ])('in %s', (language, words) =>
    expect(wordReasons({ reason: 'x', reasons: [embargo] }, { ...READER, language })).toMatch(words),
  );

  it('are a sentence each', () => {
    const words = wordReasons({ reason: null, reasons: [byline, byline] }, { ...READER, language: 'de' });
    const one =
      'Ein Artikel der Art „Meinung“ braucht eine Autorenzeile. Nennen Sie, wer ihn geschrieben hat, oder wählen Sie eine andere Art.';
    expect(words).toBe(`${one} ${one}`);
  });

  it('stay in the words of rows without codes, and of those with a code of a newer version', () => {
    const newer = { code: 'constructor', values: {} } as unknown as RefusalReason;
    for (const reasons of [null, [], [byline, newer]]) {
      expect(wordReasons({ reason: 'As it was.', reasons }, READER)).toBe('As it was.');
    }
    expect(wordReasons({ reason: null, reasons: null }, READER)).toBeNull();
  });

  it('show what is no locale, no instant and no field that they know as it is', () => {
    const odd: RefusalReason = { code: 'embargo', values: { locale: 'not a locale', until: '$& soon' } };
    expect(wordReasons({ reason: null, reasons: [odd] }, READER)).toBe(
      'The embargo holds until $& soon (not a locale).',
    );
    const fields: RefusalReason = { code: 'invalidFields', values: { fields: 'title, cover.alt' } };
    expect(wordReasons({ reason: null, reasons: [fields] }, { ...READER, language: 'fr' })).toBe(
      'Ces champs sont vides ou non valides : Titre, cover.alt.',
    );
  });
});
