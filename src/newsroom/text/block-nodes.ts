/** A node of Strapi's blocks, as it is stored: nothing of it has been checked. */
export type Node = Record<string, unknown>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const childrenOf = (node: Node): Node[] =>
  Array.isArray(node.children) ? node.children.filter(isNode) : [];

/** The text that a node has itself, without that of its children. */
export const ownText = ({ text }: Node): string => (typeof text === 'string' ? text : '');

/** The deepest nesting of lists, which is more than the editor makes. Deeper lists, which a client may send, are left out. */
export const DEEPEST = 12;

/** The marks of a text, and their HTML elements, from the inside out. */
export const MARKS = [
  ['code', 'code'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strikethrough', 's'],
] as const;
