import slugify from 'slugify';
import { transliterate } from 'transliteration';

/** Long enough to recognize any headline, and short enough for an address. */
const LONGEST = 80;

/**
 * The slug of a title: lower-case Latin letters, digits and hyphens. Other scripts are transliterated first, since
 * `slugify` knows Cyrillic and Greek but drops Chinese, Japanese and Korean.
 *
 * @param fallback the slug for a title without a letter or digit, such as an emoji
 */
export const slugOf = (title: string, fallback: string): string => {
  const whole = slugify(transliterate(title), { lower: true, strict: true });
  if (whole.length <= LONGEST) return whole || fallback;
  const cut = whole.slice(0, LONGEST + 1);
  const atWord = cut.slice(0, cut.lastIndexOf('-'));
  return atWord.length > LONGEST / 2 ? atWord : cut.slice(0, LONGEST);
};

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
export const firstFreeSlug = (slug: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
};
