import type { Declaration } from './schema';

/** The declaration of one handler, policy, middleware or resolver. */
export interface Declared {
  headers: readonly string[];
  validUntil?: ((ctx: unknown, body: string) => number | null) | undefined;
}

/** Declarations by name. */
export const indexByName = (declarations: readonly Declaration[]): ReadonlyMap<string, Declared> =>
  new Map(
    declarations.map((one): [string, Declared] =>
      typeof one === 'string'
        ? [one, { headers: [] }]
        : [one.name, { headers: one.headers, validUntil: one.validUntil }],
    ),
  );

/** All headers that declared code depends on, each once. */
export const declaredHeaders = (kinds: readonly (readonly Declaration[])[]): string[] => [
  ...new Set(kinds.flat().flatMap((one) => (typeof one === 'string' ? [] : one.headers))),
];
