import { errors } from '@strapi/utils';
import type { RefusalReason } from './refusal-reason';

interface Detail {
  path?: unknown;
  reason?: RefusalReason;
}

const detailsOf = (error: Error): Detail[] => {
  const { details } = error as { details?: { errors?: unknown } };
  return Array.isArray(details?.errors) ? (details.errors as Detail[]) : [];
};

/**
 * The reasons why an error refuses a publication: the `reason` of each entry in `details.errors`.
 *
 * @returns null for an error without codes, such as one of another plugin
 */
export const reasonsOfError = (error: Error): RefusalReason[] | null => {
  const details = detailsOf(error);
  if (error instanceof errors.YupValidationError) {
    // An error of Strapi's own validation before publishing.
    const fields = details.map(({ path }) => (Array.isArray(path) ? path.join('.') : '')).filter(Boolean);
    return fields.length > 0 ? [{ code: 'invalidFields', values: { fields: fields.join(', ') } }] : null;
  }
  const reasons = details.flatMap(({ reason }) => reason ?? []);
  return reasons.length > 0 && reasons.length === details.length ? reasons : null;
};
