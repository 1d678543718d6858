import de from './messages/de.json';
import en from './messages/en.json';
import es from './messages/es.json';
import fr from './messages/fr.json';
import type { RefusalReason } from './refusal-reason';

type Messages = Readonly<Record<string, string>>;

const MESSAGES: Readonly<Record<string, Messages>> = { en, de, fr, es };

/** A reason as the list of acts and notices keep it. */
export interface StoredReason {
  /** A person's own words, or what was refused in English. */
  reason: string | null;
  /** Null for a person's own words, and for rows of a version that stored no codes. A newer version may have written others. */
  reasons: readonly RefusalReason[] | null;
}

/** For whom something is worded. */
export interface Reader {
  /** A language or locale, as `de` or `fr-CA`; English where there are no messages in it. */
  language: string;
  /** IANA time zone that instants are shown in. */
  timeZone: string;
}

/** The language of messages for a locale: that of `de-AT` is German. */
const languageOf = (locale: string): string => {
  const [language = ''] = locale.toLowerCase().split(/[-_]/);
  return Object.hasOwn(MESSAGES, language) ? language : 'en';
};

const nameOfLocale = (code: string, language: string): string => {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    // Locales of Strapi may be any text.
    return code;
  }
};

const instantIn = (value: string, language: string, timeZone: string): string => {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return value;
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
};

const named = (messages: Messages, kind: 'field' | 'kind', name: string): string =>
  messages[`${kind}.${name}`] ?? name;

const wordValue = (
  name: string,
  value: string,
  messages: Messages,
  { language, timeZone }: Reader,
): string => {
  switch (name) {
    case 'locale':
    case 'language':
      return nameOfLocale(value, language);
    case 'until':
    case 'at':
      return instantIn(value, language, timeZone);
    case 'kind':
      return named(messages, 'kind', value);
    case 'field':
      return named(messages, 'field', value);
    case 'fields':
      return value
        .split(', ')
        .map((field) => named(messages, 'field', field))
        .join(', ');
    default:
      return value;
  }
};

/**
 * A message in the reader's language, with its values.
 *
 * @returns undefined for a key that has no message: a newer version may have stored it
 */
export const wordMessage = (
  key: string,
  values: Readonly<Record<string, string>>,
  { language: wanted, timeZone }: Reader,
): string | undefined => {
  const language = languageOf(wanted);
  const messages: Messages = MESSAGES[language] ?? en;
  if (!Object.hasOwn(messages, key)) return undefined;
  return messages[key]?.replace(/\{(\w+)\}/g, (_all: string, name: string) =>
    wordValue(name, values[name] ?? '', messages, { language, timeZone }),
  );
};

/** A stored reason in the reader's language: a sentence for each code; the words that are stored where one has no message. */
export const wordReasons = ({ reason, reasons }: StoredReason, reader: Reader): string | null => {
  if (!reasons || reasons.length === 0) return reason;
  const sentences = reasons.map(({ code, values }) => wordMessage(code, values, reader));
  return sentences.every((sentence) => sentence !== undefined) ? sentences.join(' ') : reason;
};
