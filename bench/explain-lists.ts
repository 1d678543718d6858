import type { Core } from '@strapi/strapi';
import { explain, watchStatements } from './explain';
import type { Plan } from './explain-snapshot-queries';
import { askFor, LISTS } from './lists';

/** The lines of a plan that show how rows are found and what is sorted. */
const TELLING = /^(?:SEARCH|SCAN|USE TEMP)|Scan |Sort Key/;

/** The plans of the queries for each list, and of the sweep for publications that were not recorded. */
export const explainLists = async (
  strapi: Core.Strapi,
  send: (method: 'GET' | 'POST', where: string, body?: unknown) => Promise<unknown>,
): Promise<Plan[]> => {
  const plans: Plan[] = [];
  const add = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const statements = await watchStatements(strapi, /^select.*(?:articles|quote_snapshots)/i, work);
    const lines = (await Promise.all(statements.map((statement) => explain(strapi, statement)))).flat();
    const told = lines
      .map((line) => line.replace(/^[\s>-]+|\s+\(cost.*$/g, ''))
      .filter((line) => TELLING.test(line));
    plans.push({ sql: name, scans: [...new Set(told)] });
  };
  for (const [name, list] of Object.entries(LISTS)) await add(name, () => askFor(send, list));
  await add('the sweep, every 5 s', () =>
    strapi.plugin('quote-snapshots').service('capture').runWorkerTurn(),
  );
  return plans;
};
