import { GraphQLError, Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';

/** Tokens of a query: the longest that a frontend sends has hundreds. */
export const MAX_TOKENS = 2_000;
/** Fields of a query, each fragment counted wherever it is used. */
const MAX_FIELDS = 5_000;

/**
 * How many fields a document has once its fragments are expanded. A chain of fragments that each use the next one twice is a
 * short text with 2ⁿ fields, so the size of each fragment is computed once.
 *
 * @returns `Infinity` for fragments that use each other in a circle
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
    // Found again before it is counted: a circle.
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
    // A fragment that nothing uses is checked as well.
    [...fragments.keys()].some((name) => sizeOfFragment(name) === Infinity) ? Infinity : 0,
  );
};

/**
 * Validates the expanded size of a query, before Apollo does, whose own validation expands every fragment.
 *
 * @returns what is wrong; undefined where nothing is
 *
 * @param query the text; Apollo says what is wrong with one that is none
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
