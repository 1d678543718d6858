/** The blocks that Markdown and pasted text are turned into. There are no pictures among them. */
export type BlockNode =
  | { type: 'paragraph' | 'quote'; children: InlineNode[] }
  | { type: 'heading'; level: number; children: InlineNode[] }
  | { type: 'code'; language?: string; children: TextNode[] }
  | ListNode;

export interface TextNode {
  type: 'text';
  text: string;
  bold?: true;
  italic?: true;
  strikethrough?: true;
  code?: true;
}
export interface LinkNode {
  type: 'link';
  url: string;
  children: TextNode[];
}
export type InlineNode = TextNode | LinkNode;
export interface ListItemNode {
  type: 'list-item';
  children: InlineNode[];
}
export interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  indentLevel: number;
  children: (ListItemNode | ListNode)[];
}

const hasSameMarks = (a: TextNode, b: TextNode): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.strikethrough === b.strikethrough && a.code === b.code;

/** Joins adjacent texts with the same marks, and drops empty texts. */
export const joinTexts = <Inline extends InlineNode>(nodes: readonly Inline[]): Inline[] => {
  const joined: Inline[] = [];
  for (const node of nodes) {
    if (node.type === 'text' && node.text === '') continue;
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && hasSameMarks(last, node)) last.text += node.text;
    else joined.push({ ...node });
  }
  return joined;
};

/** The children of a block. Strapi's editor expects at least one text in a block, and one on either side of a link. */
export const inlineChildren = (nodes: readonly InlineNode[]): InlineNode[] => {
  const children: InlineNode[] = [];
  for (const node of joinTexts(nodes)) {
    if (node.type === 'link' && children.at(-1)?.type !== 'text') children.push({ type: 'text', text: '' });
    children.push(node);
  }
  if (children.at(-1)?.type !== 'text') children.push({ type: 'text', text: '' });
  return children;
};
