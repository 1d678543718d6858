/** Names are cut after this length, which no company or exchange exceeds. */
const LONGEST = 120;

// Control characters, and characters that change the direction of text or are invisible.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * A vendor's text in a form that can be stored and shown: one line of plain text, or null.
 *
 * @param longest the most characters that are kept
 */
export const sanitizeText = (value: string | null | undefined, longest = LONGEST): string | null => {
  const text = (value ?? '')
    .slice(0, longest * 4)
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...text].slice(0, longest).join('').trim() || null;
};
