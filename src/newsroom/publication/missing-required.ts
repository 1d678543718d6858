import type { Core } from '@strapi/strapi';
import type { Finding } from '../rules/rules';
import { ARTICLE } from '../type-names';
import type { ArticleText } from './read-articles';

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Findings for required fields that are empty, with which Strapi would refuse to publish. */
export const findMissingRequired = (strapi: Core.Strapi, version: ArticleText): Finding[] => {
  const values: Record<string, unknown> = { ...version };
  return Object.entries(strapi.contentType(ARTICLE).attributes).flatMap(([field, attribute]): Finding[] =>
    'required' in attribute && attribute.required === true && isEmpty(values[field])
      ? [
          {
            rule: 'required-fields',
            level: 'block',
            field,
            fault: 'emptyField',
            values: { field },
            message: `“${field}” is required, and empty.`,
          },
        ]
      : [],
  );
};
