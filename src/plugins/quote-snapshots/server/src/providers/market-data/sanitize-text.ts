/** Names are cut here: no company or exchange needs more. */
const LONGEST = 120;

// Control characters, and those that turn the direction of what follows or cannot be seen.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * Words of a vendor, fit to be stored and shown: one line of plain text, or null.
 *
 * @param longest how many characters are kept
 */
export const sanitizeText = (value: string | null | undefined, longest = LONGEST): string | null => {
  const text = (value ?? '')
    .slice(0, longest * 4)
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...text].slice(0, longest).join('').trim() || null;
};
