/** The parts of GraphQL's syntax tree that are looked at. GraphQL's own parser makes the tree. */
interface Node {
  kind: string;
  name?: { value: string };
  typeCondition?: { name: { value: string } };
  directives?: readonly { name: { value: string } }[];
  arguments?: readonly { name: { value: string }; value: { kind: string; value?: unknown } }[];
  selectionSet?: { selections: readonly Node[] };
  operation?: string;
}

/** The parts of GraphQL's types that are looked at. */
interface Type {
  name?: string;
  ofType?: Type;
  getFields?(): Record<string, { type: Type } | undefined>;
}

export interface Schema {
  getQueryType(): Type | null | undefined;
  getType(name: string): Type | undefined;
}

/** Fields of GraphQL whose answers may be stored: `Query.articles`, `Article.title`. */
export type MayStore = (type: string, field: string) => boolean;

/** An operation in the form in which it would be executed. */
export interface Operation {
  schema: Schema;
  definitions: readonly Node[];
  operation: Node;
}

/** Directives that decide whether a field is executed, but do not change its value. */
const DIRECTIVES = new Set(['skip', 'include']);

const named = (type: Type): Type => (type.ofType ? named(type.ofType) : type);

/** Whether Strapi's argument `status` asks for drafts. An answer that may contain drafts is not stored. */
const asksForDrafts = ({ arguments: given = [] }: Node): boolean =>
  given.some(
    ({ name, value }) =>
      (name.value === 'status' && !(value.kind === 'EnumValue' && value.value === 'PUBLISHED')) ||
      name.value === 'publicationState',
  );

/** The next thing to look at: a selection, and the type that it selects from. */
interface Open {
  node: Node;
  parent: Type;
}

/**
 * Why the answer to an operation must not be stored; undefined if it may be. Each fragment is looked at once for each type, so the
 * time is linear in the length of the text.
 */
export const judgeOperation = (
  { schema, definitions, operation }: Operation,
  mayStore: MayStore,
): string | undefined => {
  if (operation.operation !== 'query') return 'method';
  const root = schema.getQueryType();
  if (!root) return 'resolver';
  const fragments = new Map(
    definitions.flatMap((node) =>
      node.kind === 'FragmentDefinition' && node.name ? [[node.name.value, node] as const] : [],
    ),
  );
  const seen = new Set<string>();
  const open: Open[] = [{ node: operation, parent: root }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    if (node.directives?.some(({ name }) => !DIRECTIVES.has(name.value))) return 'directive';
    let { parent } = next;
    if (node.kind === 'FragmentSpread') {
      const name = node.name?.value ?? '';
      const fragment = fragments.get(name);
      if (!fragment) return 'resolver';
      if (!seen.has(name)) open.push({ node: fragment, parent });
      seen.add(name);
      continue;
    }
    if (node.typeCondition) {
      const type = schema.getType(node.typeCondition.name.value);
      if (!type) return 'resolver';
      parent = type;
    }
    if (node.kind === 'Field') {
      const field = node.name?.value ?? '';
      if (field === '__typename') continue;
      if (field.startsWith('__')) return 'introspection';
      const definition = parent.getFields?.()[field];
      if (!definition || !mayStore(parent.name ?? '', field)) return `resolver ${parent.name}.${field}`;
      if (asksForDrafts(node)) return 'drafts';
      parent = named(definition.type);
    }
    for (const selection of node.selectionSet?.selections ?? []) open.push({ node: selection, parent });
  }
  return undefined;
};
