import { isLegalForm, withoutLegalForm } from './legal-forms';

/** A word as it is compared: without marks at its edges, in lower case. */
const key = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** What German joins to a name with a hyphen: "Infineon-Aktie". */
const JOINED = /-(?:Aktien?|Anteile|Konzern|Papiere?|Titel)$/;

/** What of a word is part of the known name: all of it, or what stands before a joined noun; else null. */
const ownPart = (word: string, known: ReadonlySet<string>): string | null =>
  [word, word.replace(JOINED, '')].find((part) => known.has(key(part))) ?? null;

/**
 * What a new company is called: what the text prints before its listing, without words that are no part of its name as far as the
 * provider knows it ("Chipkonzern Infineon" and "Infineon-Aktie" are Infineon, where that is Infineon Technologies AG).
 *
 * @param printed as the text has it
 * @param known as the provider has it
 * @returns `name` as the press writes it; `legalName` where a legal form is printed behind it; null where neither knows a name
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
