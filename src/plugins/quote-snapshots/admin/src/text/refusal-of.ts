import { REFUSALS, type Refusal } from '../../../server/src/reasons/refused';

type Found = Record<string, unknown>;

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? (found as Found)[name] : undefined),
    value,
  );

/**
 * Why the plugin's server refused a request; undefined for any other error. A query of Strapi's store has the `details` of an
 * error, its fetch client the whole answer.
 */
export const refusalOf = (error: unknown): Refusal | undefined => {
  const given =
    at(error, 'details', 'refusal') ?? at(error, 'response', 'data', 'error', 'details', 'refusal');
  const code = REFUSALS.find((one) => one === at(given, 'code'));
  if (code === undefined) return undefined;
  const values = at(given, 'values');
  return { code, values: typeof values === 'object' && values !== null ? (values as Refusal['values']) : {} };
};
