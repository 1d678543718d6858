type Reference = string | number;

/** An entry at the other end of a relation. */
export interface LinkedEntry {
  id: number;
  documentId: string;
}

/** The entries of a relation after a write: the present ones that stay, and references to new ones. */
export interface ResolvedRelation<T extends LinkedEntry> {
  kept: T[];
  /** documentIds or ids of entries, as the client sent them. */
  added: Reference[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isReference = (value: unknown): value is Reference =>
  typeof value === 'string' || typeof value === 'number';

/** Strapi accepts a documentId, an id, an object with either, or a list of these. */
const referencesIn = (value: unknown): Reference[] => {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list
    .map((one) => (isObject(one) ? (one.documentId ?? one.id) : one))
    .filter((one) => isReference(one));
};

const isOneOf = ({ id, documentId }: LinkedEntry, references: readonly Reference[]): boolean =>
  references.some((reference) => reference === documentId || String(reference) === String(id));

/**
 * Reads a relation in `data` as Strapi does: `{ set }`, `{ connect, disconnect }`, or a value that replaces everything. With `set`
 * Strapi ignores the other two. An entry that is both disconnected and connected stays connected.
 *
 * @param before the present entries of the relation
 * @param given the relation in `data`; undefined leaves it unchanged
 */
export const resolveRelation = <T extends LinkedEntry>(
  before: readonly T[],
  given: unknown,
): ResolvedRelation<T> => {
  if (given === undefined) return { kept: [...before], added: [] };
  if (!isObject(given) || 'id' in given || 'documentId' in given) {
    return { kept: [], added: referencesIn(given) };
  }
  if ('set' in given) return { kept: [], added: referencesIn(given.set) };
  const gone = referencesIn(given.disconnect);
  return { kept: before.filter((one) => !isOneOf(one, gone)), added: referencesIn(given.connect) };
};
