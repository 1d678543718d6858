import de from './messages/de.json';
import en from './messages/en.json';
import es from './messages/es.json';
import fr from './messages/fr.json';
import type { StoredReason } from './reason';

export const REASON_MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, de, fr, es };

/** The language of the messages for a locale: German for `de-AT`. English if there are none. */
const languageOf = (locale: string | null | undefined): string => {
  const [language = ''] = (locale ?? '').toLowerCase().split(/[-_]/);
  return Object.hasOwn(REASON_MESSAGES, language) ? language : 'en';
};

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

/** `3 minutes`, `2 hours`, `4 days`: whole units, the largest one that fits. Hours are used up to 48. */
const wordDuration = (minutes: number, language: string): string => {
  const [count, unit] =
    minutes < MINUTES_PER_HOUR
      ? [Math.max(1, minutes), 'minute']
      : minutes < 2 * MINUTES_PER_DAY
        ? [minutes / MINUTES_PER_HOUR, 'hour']
        : [minutes / MINUTES_PER_DAY, 'day'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.round(count),
  );
};

const wordParameter = (value: unknown, language: string): string => {
  if (typeof value === 'number') return wordDuration(value, language);
  if (Array.isArray(value))
    return new Intl.ListFormat(language, { type: 'disjunction' }).format(value.map(String));
  return typeof value === 'string' ? value : '';
};

/**
 * A stored reason in the language of a locale. Text that a person wrote, or that a version without codes stored, is returned as it
 * is.
 *
 * @param locale for example `de` or `fr-CA`; English if there are no messages in that language
 * @returns null if there is no reason, or if a newer version has stored a code that this one does not know
 */
export const wordReason = (
  { reason, reasonCode, reasonParams }: StoredReason,
  locale: string | null | undefined,
): string | null => {
  if (reasonCode === null) return reason;
  const language = languageOf(locale);
  const messages: Readonly<Record<string, string>> = REASON_MESSAGES[language] ?? en;
  const params: Readonly<Record<string, unknown>> = reasonParams ?? {};
  const sentences = [reasonCode, params.then].flatMap((code) => {
    const message = typeof code === 'string' && Object.hasOwn(messages, code) ? messages[code] : undefined;
    return message === undefined ? [] : [message];
  });
  if (sentences.length === 0) return reason;
  return sentences
    .map((sentence) =>
      sentence.replace(/\{(\w+)\}/g, (_all: string, name: string) => wordParameter(params[name], language)),
    )
    .join(' ');
};
