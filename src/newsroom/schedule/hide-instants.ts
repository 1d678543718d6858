import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { permissionChecker } from '../strapi/permission-checker';
import { requestAbility } from '../strapi/request-ability';
import { ARTICLE } from '../type-names';
import { createDraftPermission } from '../visibility/draft-permission';
import { TIME_FIELDS } from './article-times';

/** An instant as errors contain it: `Date.toISOString`. */
const INSTANTS = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

const HIDDEN = 'an instant that this caller may not read';

interface Detail {
  path?: unknown[];
  name?: string;
  message?: string;
  value?: unknown;
  reason?: { values: Record<string, string> };
}

/** Whether the caller of the current request may read the times of drafts. Code without a request may. */
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

const isAboutTimes = ({ path, name }: Detail): boolean =>
  // The refusal to edit a frozen article contains its schedule.
  name === 'Frozen' || (TIME_FIELDS as readonly unknown[]).includes(path?.[0]);

/**
 * Removes stored instants from the error of a write. Otherwise a token that may write articles but not read drafts would learn when
 * an embargo ends or when an article will be published. Instants that the caller has sent stay.
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
  if (details.length === 0 || (await mayReadInstants(strapi))) return;
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
