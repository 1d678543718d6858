import { GraphQLError, Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';

/** The most tokens of a query. The longest query of a frontend has hundreds. */
export const MAX_TOKENS = 2_000;
/** The most fields of a query, where each fragment counts at every use. */
const MAX_FIELDS = 5_000;

/**
 * The number of fields in a document after its fragments are expanded. A chain of fragments that each use the next one twice is a
 * short text with 2ⁿ fields, so the size of each fragment is computed only once.
 *
 * @returns `Infinity` if fragments use each other in a circle
 */
const expandedSize = (document: DocumentNode): number => {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
  }
  const sizes = new Map<string, number>();
  const sizeOfFragment = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    // If the fragment is reached again before it is counted, there is a circle.
    sizes.set(name, Infinity);
    const selections = fragments.get(name);
    const size = selections ? sizeOf(selections) : 0;
    sizes.set(name, size);
    return size;
  };
  const sizeOf = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + sizeOfFragment(selection.name.value);
      return sum + 1 + (selection.selectionSet ? sizeOf(selection.selectionSet) : 0);
    }, 0);
  return document.definitions.reduce(
    (sum, definition) =>
      sum + (definition.kind === Kind.OPERATION_DEFINITION ? sizeOf(definition.selectionSet) : 0),
    // Fragments that are never used are checked as well.
    [...fragments.keys()].some((name) => sizeOfFragment(name) === Infinity) ? Infinity : 0,
  );
};

/**
 * Checks the expanded size of a query. It must run before Apollo's own validation, which expands every fragment.
 *
 * @returns the fault; undefined if there is none
 *
 * @param query the text of the query; Apollo reports a text that is not a query
 */
export const validateExpandedSize = (query: unknown): string | undefined => {
  if (typeof query !== 'string') return undefined;
  try {
    const size = expandedSize(parse(query, { maxTokens: MAX_TOKENS, noLocation: true }));
    return size > MAX_FIELDS
      ? `The query has more than ${MAX_FIELDS} fields, its fragments counted wherever they are used: ask for fewer.`
      : undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
};
