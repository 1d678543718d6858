import { errors } from '@strapi/utils';
import type { AdminUser } from '../strapi/request-ability';

/** Who calls a tool: the ability of their admin token, and its owner. */
export interface ToolCaller {
  ability: unknown;
  user: AdminUser;
}

/** An answer as the protocol wants it: as data, and as text for clients that know no data. */
export const answerWith = <Data extends Record<string, unknown>>(data: Data) => {
  // As it goes over the wire: dates are text there.
  const structuredContent = JSON.parse(JSON.stringify({ data })) as { data: Record<string, unknown> };
  return {
    content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }],
    structuredContent,
  };
};

/** The error of an article that is not there, or that the caller has no right to: which of both, nobody is told. */
export const noSuchArticle = (documentId: string, locale: string, what: string): Error =>
  new errors.NotFoundError(`There is no article "${documentId}" in "${locale}" that you may ${what}.`);
