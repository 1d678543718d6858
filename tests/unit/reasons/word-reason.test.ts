import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  codedReason,
  reasonInWords,
  type ReasonCode,
} from '../../../src/plugins/quote-snapshots/server/src/reasons/reason';
import {
  REASON_MESSAGES,
  wordReason,
} from '../../../src/plugins/quote-snapshots/server/src/reasons/word-reason';
import { FAILURE_CODES } from '../../../src/plugins/quote-snapshots/server/src/providers/market-data/quote';

const FOLDER = path.resolve(__dirname, '../../../src/plugins/quote-snapshots/server/src/reasons/messages');
const LANGUAGES = Object.keys(REASON_MESSAGES);
const CODES = Object.keys(REASON_MESSAGES.en ?? {});

const placeholders = (message: string | undefined): string[] =>
  [...(message ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('the messages of reasons', () => {
  it('are in every file that there is, and no language lacks its file', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(LANGUAGES.map((language) => `${language}.json`).sort());
    expect(LANGUAGES.sort()).toEqual(['de', 'en', 'es', 'fr']);
  });

  it.each(LANGUAGES)('have every code in “%s”, with the same parameters', (language) => {
    const messages = REASON_MESSAGES[language] ?? {};
    expect(Object.keys(messages)).toEqual(CODES);
    for (const code of CODES) {
      expect(messages[code]?.trim()).toBeTruthy();
      expect([code, placeholders(messages[code])]).toEqual([code, placeholders(REASON_MESSAGES.en?.[code])]);
    }
  });

  it('say nothing twice, and nothing in English where another language is read', () => {
    for (const language of LANGUAGES) {
      const messages = Object.values(REASON_MESSAGES[language] ?? {});
      expect(new Set(messages).size).toBe(messages.length);
      if (language !== 'en')
        for (const message of messages) expect(message).not.toMatch(/\b(the|was|not)\b/i);
    }
  });

  it('have a message for every failure of a provider', () => {
    for (const code of FAILURE_CODES) expect(CODES).toContain(code);
  });
});

describe('a reason in words', () => {
  const late = codedReason('late', { age: 125 });

  it.each([
    ['en', 'Late: captured 2 hours after publication.'],
    ['de', 'Verspätet: 2 Stunden nach der Veröffentlichung erfasst.'],
    ['fr', 'Tardif : relevé 2\u00a0heures après la publication.'],
    ['es', 'Con retraso: registrada 2 horas después de la publicación.'],
    ['de-AT', 'Verspätet: 2 Stunden nach der Veröffentlichung erfasst.'],
    ['fr_CA', 'Tardif : relevé 2\u00a0heures après la publication.'],
    ['ja', 'Late: captured 2 hours after publication.'],
    ['toString', 'Late: captured 2 hours after publication.'],
    [null, 'Late: captured 2 hours after publication.'],
  ])('is in the language of %s', (locale, words) => expect(wordReason(late, locale)).toBe(words));

  it.each([
    [1, '1 minute'],
    [59, '59 minutes'],
    [60, '1 hour'],
    [47 * 60, '47 hours'],
    [3 * 24 * 60, '3 days'],
  ])('tells %i minutes as “%s”', (age, words) =>
    expect(wordReason(codedReason('late', { age }), 'en')).toBe(`Late: captured ${words} after publication.`),
  );

  it('has a second sentence, and lists alternatives', () => {
    const given = codedReason('network', { then: 'given-up', age: 1_440 });
    expect(wordReason(given, 'de')).toBe(
      'Der Kursanbieter ist nicht erreichbar. Der Anbieter wurde 24 Stunden lang erneut gefragt, danach nicht mehr.',
    );
    const ambiguous = codedReason('ambiguous-exchange-without-tickers', {
      mention: 'TSE: RY',
      exchange: 'TSE',
      markets: ['Tokyo', 'TSX'],
    });
    expect(wordReason(ambiguous, 'es')).toContain('puede referirse a Tokyo o TSX.');
  });

  it('leaves a person’s words, and those of a version without codes, as they are', () => {
    expect(wordReason(reasonInWords('Trading was halted.'), 'de')).toBe('Trading was halted.');
  });

  it('says nothing for a code that only a newer version knows', () => {
    expect(wordReason({ ...codedReason('late'), reasonCode: 'of-tomorrow' }, 'en')).toBeNull();
    expect(wordReason({ ...codedReason('late'), reasonCode: 'constructor' }, 'en')).toBeNull();
  });

  it('puts no pattern of a parameter into the sentence', () => {
    const mention = codedReason('cashtag' satisfies ReasonCode, { mention: '$& {age}' });
    expect(wordReason(mention, 'en')).toContain('“$& {age}”');
  });
});
