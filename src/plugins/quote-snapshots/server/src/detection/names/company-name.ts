import { isLegalForm, withoutLegalForm } from './legal-forms';

/** The key by which words are compared: lower case, without punctuation at the ends. */
const key = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Nouns that German joins to a name with a hyphen: "Infineon-Aktie". */
const JOINED = /-(?:Aktien?|Anteile|Konzern|Papiere?|Titel)$/;

/** The part of a word that belongs to the known name: the whole word, or the part before a joined noun; otherwise null. */
const ownPart = (word: string, known: ReadonlySet<string>): string | null =>
  [word, word.replace(JOINED, '')].find((part) => known.has(key(part))) ?? null;

/**
 * The name of a new company: the text before its listing, without words that are not in the provider's name for it. "Chipkonzern
 * Infineon" and "Infineon-Aktie" become Infineon, because the provider has Infineon Technologies AG.
 *
 * @param printed the name in the text
 * @param known the provider's name
 * @returns `name` as the press writes it; `legalName` if the text has a legal form after it; null if neither has a name
 */
export const companyName = (
  printed: string | null,
  known: string | null,
): { name: string; legalName: string | null } | null => {
  if (!printed) return known ? { name: known, legalName: null } : null;
  const words = printed.split(/\s+/);
  const knownWords = new Set(
    (known ?? '')
      .split(/\s+/)
      .map(key)
      .filter((word) => word && !isLegalForm(word)),
  );
  const parts = words.map((word) => ownPart(word, knownWords));
  const first = parts.findIndex((part) => part !== null);
  const own = first < 0 ? words : words.slice(first).map((word, index) => parts[first + index] ?? word);
  const whole = own.join(' ');
  const name = withoutLegalForm(whole);
  return { name, legalName: name === whole.replace(/^the /i, '') ? null : whole };
};
