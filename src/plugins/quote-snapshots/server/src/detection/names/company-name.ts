import { isLegalForm, withoutLegalForm } from './legal-forms';

/** A word as it is compared: without marks at its edges, in lower case. */
const key = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/**
 * What a new company is called: what the text prints before its listing, without words that are no part of its name as far as the
 * provider knows it ("Chipkonzern Infineon" is Infineon, where that is Infineon Technologies AG).
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
  const first = words.findIndex((word) => knownWords.has(key(word)));
  const own = first > 0 ? words.slice(first) : words;
  const whole = own.join(' ');
  const name = withoutLegalForm(whole);
  return { name, legalName: name === whole.replace(/^the /i, '') ? null : whole };
};
