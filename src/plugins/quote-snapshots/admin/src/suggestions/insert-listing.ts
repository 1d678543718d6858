import { blocksText } from '../../../server/src/detection/text/blocks-text';
import { insertInBlocks } from '../../../server/src/detection/text/insert-in-blocks';
import type { ListingSuggestion } from '../api/answers';

type Place = Pick<ListingSuggestion, 'field' | 'start' | 'end' | 'text'>;

/** The value of a form at a path such as `body` or `sections.0.text`. */
export const valueAt = (values: Record<string, unknown>, field: string): unknown =>
  field
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
      values,
    );

/**
 * The value of a field with a listing inserted after a name.
 *
 * @param value the field's present value in the form: text, Markdown, HTML or blocks
 * @returns undefined if the name is no longer there, because the text has changed
 */
export const insertListing = (value: unknown, { start, end, text }: Place, inserted: string): unknown => {
  if (typeof value === 'string') {
    if (value.slice(start, end) !== text) return undefined;
    return value.slice(0, end) + inserted + value.slice(end);
  }
  if (!Array.isArray(value) || blocksText(value).slice(start, end) !== text) return undefined;
  const changed = insertInBlocks(value, end, inserted);
  return changed === value ? undefined : changed;
};
