import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { RefusalCode } from '../refusals/refusal-reason';
import { permissionChecker } from '../strapi/permission-checker';
import { requestAbility } from '../strapi/request-ability';
import { ARTICLE } from '../type-names';
import { createDraftPermission } from '../visibility/draft-permission';
import { TIME_FIELDS } from './article-times';

/** An instant as errors have it: `Date.toISOString`. */
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

/** Whether whoever sent the request may read the times of drafts. Code that no request started may. */
const mayReadInstants = async (strapi: Core.Strapi): Promise<boolean> => {
  const request = strapi.requestContext.get();
  if (!request) return true;
  const ability = requestAbility(strapi);
  if (ability) {
    const { can } = permissionChecker(strapi, ability, ARTICLE);
    return TIME_FIELDS.every((field) => can.read(undefined, field));
  }
  return createDraftPermission(strapi)((request.state as { auth?: object }).auth);
};

/** An edit of a frozen article is refused with its schedule. */
const isFrozen = ({ name }: Detail): boolean => name === 'Frozen';

const isAboutTimes = (detail: Detail): boolean =>
  isFrozen(detail) || (TIME_FIELDS as readonly unknown[]).includes(detail.path?.[0]);

/** Says no more than that the write is refused: that an article is frozen tells that it is scheduled. */
const refuseNeutrally = (error: errors.ApplicationError, details: readonly Detail[]): void => {
  error.message = NEUTRAL;
  for (const detail of details) {
    detail.name = 'ValidationError';
    detail.message = NEUTRAL;
    detail.reason = { code: 'changeNotPossibleNow' satisfies RefusalCode, values: {} };
  }
};

/**
 * Takes stored instants out of the error of a write: a token that writes articles and reads no drafts would be told until when
 * one is under embargo, or when it goes out. What the caller has sent stays. That an article is frozen is not said either.
 *
 * @param error changed in place
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
  if (details.length === 0 || (await mayReadInstants(strapi))) return;
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
