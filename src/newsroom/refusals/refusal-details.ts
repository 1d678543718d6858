import type { RefusalCode, RefusalReason } from './refusal-reason';

/**
 * The `details` of an error that is not about a single field: the reason as a code. The admin UI words it in the user's language;
 * other clients read the error's own message.
 */
export const refusalDetails = (
  code: RefusalCode,
  values: RefusalReason['values'] = {},
): { reason: RefusalReason } => ({ reason: { code, values } });
