import type { Statement } from '../../bench/explain';
import type { Newsroom } from './newsroom';

/**
 * Runs a request and collects every `select` that Strapi sends meanwhile, repetitions included.
 *
 * @returns the answer of the request, with its statements beside it; `bench/explain.ts` shows the plan of each
 */
export const watchStatements = async <T extends object>(
  { strapi }: Newsroom,
  ask: () => Promise<T>,
): Promise<T & { statements: Statement[] }> => {
  const statements: Statement[] = [];
  const watch = ({ sql, bindings }: { sql: string; bindings?: readonly unknown[] }): void => {
    if (/^select/i.test(sql)) statements.push({ sql, bindings: bindings ?? [] });
  };
  strapi.db.connection.on('query', watch);
  try {
    const answer = await ask();
    return Object.assign(answer, { statements });
  } finally {
    strapi.db.connection.off('query', watch);
  }
};
