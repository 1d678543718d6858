import { errors } from '@strapi/utils';
import type { AdminUser } from '../strapi/request-ability';

/** The caller of a tool: the ability of their admin token, and its owner. */
export interface ToolCaller {
  ability: unknown;
  user: AdminUser;
}

/** An answer in the protocol's form: as data, and as text for clients that do not support data. */
export const answerWith = <Data extends Record<string, unknown>>(data: Data) => {
  // Serialized as it will be sent, so dates are text.
  const structuredContent = JSON.parse(JSON.stringify({ data })) as { data: Record<string, unknown> };
  return {
    content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }],
    structuredContent,
  };
};

/** The error for an article that does not exist or that the caller may not access. It does not say which of the two. */
export const noSuchArticle = (documentId: string, locale: string, what: string): Error =>
  new errors.NotFoundError(`There is no article "${documentId}" in "${locale}" that you may ${what}.`);
