import { z } from 'zod';
import { fieldError } from './field-error';

const split = z.strictObject({
  /** The first day on which the new shares trade, by the exchange's calendar. */
  date: z.iso.date(),
  /** New shares for old ones: `10:1`, or `1:20` for a consolidation. */
  ratio: z.string().regex(/^[1-9]\d{0,5}:[1-9]\d{0,5}$/),
});

/**
 * Checks a ticker's list of splits if there is one. An empty text becomes null.
 *
 * @throws ValidationError that names the field and gives an example
 */
export const checkSplits = (data: Record<string, unknown>): void => {
  const { splits } = data;
  if (splits === undefined || splits === null) return;
  if (splits === '') {
    data.splits = null;
    return;
  }
  if (!z.array(split).max(100).safeParse(splits).success)
    throw fieldError('splits', splits, 'give a list, as [{ "date": "2026-06-10", "ratio": "10:1" }].', {
      code: 'notSplits',
      values: {},
    });
};
