/** As much of a definition of nexus, or of a type of `graphql`, as is needed here. */
interface TypeDefinition {
  name?: unknown;
  /** Of nexus: what `objectType`, `extendType` and the like were given. */
  value?: { definition?: unknown };
  /** Of `graphql`. */
  getFields?(): object;
}

/** The fields of a type; `all` where it is not known which. */
export type Fields = Set<string> | 'all';

const nameOfField = (given: unknown): unknown =>
  typeof given === 'object' && given !== null ? (given as { name?: unknown }).name : given;

/**
 * Stands for what nexus hands to a definition: whatever is called on it, as `t.string('title')`, `t.list.field({ name })` or
 * `t.modify('title', …)`, names a field.
 */
const recorderOf = (note: (method: string, name: unknown) => void, method = ''): object => {
  const recorder: object = new Proxy(() => undefined, {
    get: (_target, property) => recorderOf(note, String(property)),
    apply: (_target, _this, [first]: unknown[]) => {
      note(method, nameOfField(first));
      return recorder;
    },
  });
  return recorder;
};

/** Runs a definition as nexus will, but notes only the names. */
const fieldsOfDefinition = (definition: (type: object) => unknown): Fields => {
  const fields = new Set<string>();
  let isKnown = true;
  const note = (method: string, name: unknown): void => {
    // The fields of an interface come along.
    if (typeof name === 'string' && method !== 'implements') fields.add(name);
    else isKnown = false;
  };
  try {
    definition(recorderOf(note));
  } catch {
    isKnown = false;
  }
  return isKnown ? fields : 'all';
};

const fieldsOf = (type: TypeDefinition): Fields => {
  const definition = type.value?.definition;
  if (typeof definition === 'function') return fieldsOfDefinition(definition as (type: object) => unknown);
  return new Set(Object.keys(type.getFields?.() ?? {}));
};

/**
 * The fields that definitions of types give resolvers to, by type: nexus lets an extension define anew what Strapi has made of
 * a content type.
 *
 * @param types as an extension of GraphQL has them: definitions, and lists of them
 */
export const extendedFields = (types: readonly unknown[]): Map<string, Fields> => {
  const byType = new Map<string, Fields>();
  for (const one of types.flat(Infinity)) {
    if (typeof one !== 'object' || one === null) continue;
    const type = one as TypeDefinition;
    const fields = fieldsOf(type);
    const name = String(type.name);
    const before = byType.get(name) ?? new Set();
    byType.set(name, before === 'all' || fields === 'all' ? 'all' : new Set([...before, ...fields]));
  }
  return byType;
};
