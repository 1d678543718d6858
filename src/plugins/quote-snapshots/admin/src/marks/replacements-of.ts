import type { OtherListing } from '../rows/text-acts';
import { replacementOf, type Replacement } from './replacement';

/** The part of a mark that is used here. */
interface Named {
  mention: Parameters<typeof replacementOf>[1];
  row: string | undefined;
  field: { text: string };
}

/**
 * The mentions of a row that can be rewritten for another listing, with their replacements. One of several mentions in a bracket
 * may not be.
 */
export const replacementsOf = <M extends Named>(
  marks: readonly M[],
  row: string,
  listing: OtherListing,
): { mark: M; replacement: Replacement }[] =>
  marks.flatMap((mark) => {
    if (mark.row !== row) return [];
    const replacement = replacementOf(mark.field.text, mark.mention, listing);
    return replacement ? [{ mark, replacement }] : [];
  });
