import { errors } from '@strapi/utils';
import type { Finding } from '../rules/rules';

/** A publication that rules refuse: 400, every reason in the message, and each with its rule and field in `details`. */
export const publicationRefusal = (locale: string, findings: readonly Finding[]): errors.ValidationError =>
  new errors.ValidationError(
    `Not published in “${locale}”. ${findings.map(({ message }) => message).join(' ')}`,
    {
      errors: findings.map(({ rule, field, message }) => ({
        path: [field],
        name: 'PublicationRule',
        rule,
        message,
      })),
    },
  );
