import de from './messages/de.json';
import en from './messages/en.json';
import es from './messages/es.json';
import fr from './messages/fr.json';
import type { RefusalReason } from './refusal-reason';

type Messages = Readonly<Record<string, string>>;

const MESSAGES: Readonly<Record<string, Messages>> = { en, de, fr, es };

/** A reason in the list of acts and in notices. */
export interface StoredReason {
  /** A person's own words, or the English message of the refusal. */
  reason: string | null;
  /** Null for a person's own words, and in rows of versions that stored no codes. A newer version may have stored unknown codes. */
  reasons: readonly RefusalReason[] | null;
}

/** The language and time zone of the person for whom something is worded. */
export interface Reader {
  /** A language or locale, such as `de` or `fr-CA`. English is used if there are no messages in it. */
  language: string;
  /** The IANA time zone in which instants are shown. */
  timeZone: string;
}

/** The language of the messages for a locale: German for `de-AT`. */
const languageOf = (locale: string): string => {
  const [language = ''] = locale.toLowerCase().split(/[-_]/);
  return Object.hasOwn(MESSAGES, language) ? language : 'en';
};

const nameOfLocale = (code: string, language: string): string => {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    // In Strapi, the code of a locale may be any text.
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
 * @returns undefined for a key without a message; a newer version may have stored it
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

/** A stored reason in the reader's language, with one sentence for each code. If a code has no message, the stored words are used. */
export const wordReasons = ({ reason, reasons }: StoredReason, reader: Reader): string | null => {
  if (!reasons || reasons.length === 0) return reason;
  const sentences = reasons.map(({ code, values }) => wordMessage(code, values, reader));
  return sentences.every((sentence) => sentence !== undefined) ? sentences.join(' ') : reason;
};
