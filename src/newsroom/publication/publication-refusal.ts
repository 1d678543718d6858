import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import type { RefusalReason } from '../refusals/refusal-reason';
import type { Finding } from '../rules/rules';

/**
 * The error of a publication that rules block: status 400, with every reason in the message, and rule, field and code in `details`.
 */
export const publicationRefusal = (locale: string, findings: readonly Finding[]): errors.ValidationError =>
  new errors.ValidationError(
    `Not published in “${locale}”. ${findings.map(({ message }) => message).join(' ')}`,
    {
      ...refusalDetails('notPublished', { locale }),
      errors: findings.map(({ rule, field, message, fault, values }) => ({
        path: [field],
        name: 'PublicationRule',
        rule,
        message,
        reason: { code: fault, values } satisfies RefusalReason,
      })),
    },
  );
