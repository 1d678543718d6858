import type { Core } from '@strapi/strapi';
import type { DocumentCall } from './document-call';
import { populates } from './populates';
import { databaseQuery } from '../strapi/query-params';

/**
 * Reads these attributes of an answer of the document service again, if the caller populates them.
 *
 * @returns the answer with the new values
 */
export const refreshAnswer = async (
  strapi: Core.Strapi,
  { action, params, uid }: DocumentCall,
  answer: unknown,
  attributes: readonly string[],
): Promise<unknown> => {
  const { populate } = params as { populate?: unknown };
  const names = attributes.filter((name) => populates(populate, name));
  if (names.length === 0) return answer;
  const query = databaseQuery(strapi, uid, { populate }) as {
    populate?: Record<string, unknown>;
  };
  const populated = Object.fromEntries(names.map((name) => [name, query.populate?.[name] ?? true]));
  const refresh = async (entry: Record<string, unknown>) => {
    const [row] = await strapi.db
      .query(uid)
      .findMany({ select: ['id'], where: { id: entry.id }, populate: populated });
    return row ? { ...entry, ...Object.fromEntries(names.map((name) => [name, row[name]])) } : entry;
  };
  if (!['publish', 'clone'].includes(action)) return refresh(answer as Record<string, unknown>);
  const { entries, ...rest } = answer as { entries: Record<string, unknown>[] };
  return { ...rest, entries: await Promise.all(entries.map(refresh)) };
};
