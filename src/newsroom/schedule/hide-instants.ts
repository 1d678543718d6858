import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { RefusalCode } from '../refusals/refusal-reason';
import { TIME_FIELDS } from './article-times';
import { unreadableTimes } from './readable-times';

/** An instant as errors contain it: `Date.toISOString`. */
const INSTANTS = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

const HIDDEN = 'an instant that this caller may not read';

const NEUTRAL = 'Not saved. This cannot be changed now. Ask the desk.';

interface Detail {
  path?: unknown[];
  name?: string;
  message?: string;
  value?: unknown;
  reason?: { code: string; values: Record<string, string> };
}

/** The refusal to edit a frozen article contains its schedule. */
const isFrozen = ({ name }: Detail): boolean => name === 'Frozen';

const isAboutTimes = (detail: Detail): boolean =>
  isFrozen(detail) || (TIME_FIELDS as readonly unknown[]).includes(detail.path?.[0]);

/** Says only that the write is refused, because the word “frozen” would reveal that the article is scheduled. */
const refuseNeutrally = (error: errors.ApplicationError, details: readonly Detail[]): void => {
  error.message = NEUTRAL;
  for (const detail of details) {
    detail.name = 'ValidationError';
    detail.message = NEUTRAL;
    detail.reason = { code: 'changeNotPossibleNow' satisfies RefusalCode, values: {} };
  }
};

/**
 * Removes stored instants from the error of a write. Otherwise a token that may write articles but not read drafts would learn when
 * an embargo ends or when an article will be published. Instants that the caller has sent stay. The error also does not reveal that
 * an article is frozen.
 *
 * @param error is changed in place
 * @param sent the instants of the request
 */
export const hideInstants = async (
  strapi: Core.Strapi,
  error: unknown,
  sent: readonly (Date | null)[],
): Promise<void> => {
  if (!(error instanceof errors.ApplicationError)) return;
  const { errors: given } = (error.details ?? {}) as { errors?: Detail[] };
  const details = Array.isArray(given) ? given.filter(isAboutTimes) : [];
  if (details.length === 0 || (await unreadableTimes(strapi)).length === 0) return;
  if (details.some(isFrozen)) {
    refuseNeutrally(error, details);
    return;
  }
  const own = new Set(sent.flatMap((instant) => instant?.toISOString() ?? []));
  const hide = (text: string): string =>
    text.replace(INSTANTS, (instant) => (own.has(instant) ? instant : HIDDEN));
  error.message = hide(error.message);
  for (const detail of details) {
    if (typeof detail.message === 'string') detail.message = hide(detail.message);
    if (typeof detail.value === 'string') detail.value = hide(detail.value);
    if (!detail.reason) continue;
    const values = Object.entries(detail.reason.values).map(([name, value]) => [name, hide(value)]);
    detail.reason = { ...detail.reason, values: Object.fromEntries(values) as Record<string, string> };
  }
};
