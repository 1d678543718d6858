import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import type { RefusalReason } from '../refusals/refusal-reason';

/** The error for a publication before its embargo ends: status 400, with the field and the instant. */
export const embargoRefusal = (locale: string, until: Date): errors.ValidationError => {
  const message = `Not published. The embargo holds until ${until.toISOString()} (“${locale}”): schedule the article for that instant, or wait.`;
  const reason: RefusalReason = { code: 'embargo', values: { locale, until: until.toISOString() } };
  return new errors.ValidationError(message, {
    ...refusalDetails('underEmbargo'),
    errors: [{ path: ['embargoUntil'], name: 'Embargo', message, reason }],
  });
};

/** @throws ValidationError if one of these versions is under embargo */
export const refuseEmbargoed = (
  versions: readonly { locale: string; embargoUntil: Date | null }[],
  now: Date,
): void => {
  for (const { locale, embargoUntil } of versions) {
    if (embargoUntil && embargoUntil > now) throw embargoRefusal(locale, embargoUntil);
  }
};
