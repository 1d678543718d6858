import { createElement, Fragment, type ReactNode } from 'react';
import { quotesFor, type Placed, type QuoteContext } from './quotes-in-text';
import { childrenOf, DEEPEST, isNode, MARKS, ownText, type Node } from '../newsroom/text/block-nodes';
import { safeLink } from '../newsroom/text/safe-link';

/** The text of an inline node. Code never names a listing, so it is replaced by blanks of the same length. */
const textOf = (node: Node): string => {
  if (node.type !== 'text') return childrenOf(node).map(textOf).join('');
  return node.code === true ? ' '.repeat(ownText(node).length) : ownText(node);
};

/** A text with the quotes that belong into it. `from` is its offset in the line. */
const withQuotes = (text: string, from: number, placed: readonly Placed[]): ReactNode[] => {
  const pieces: ReactNode[] = [];
  let start = 0;
  for (const { at, quote } of placed) {
    if (at <= from || at > from + text.length) continue;
    pieces.push(text.slice(start, at - from), ' ', quote);
    start = at - from;
  }
  return [...pieces, text.slice(start)];
};

const sizeOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** The inline nodes of one line. React escapes every text. Only links have an address, which is checked. */
const Inline = ({ nodes, context }: { nodes: Node[]; context: QuoteContext }) => {
  const placed = quotesFor(nodes.map(textOf).join(''), context);
  let offset = 0;
  return nodes.map((node, index) => {
    const from = offset;
    const length = textOf(node).length;
    offset += length;
    if (node.type === 'link') {
      const href = safeLink(node.url);
      const inside = textOf(node);
      const behind = placed.filter(({ at }) => at > from && at <= from + length).map(({ quote }) => quote);
      return (
        <Fragment key={index}>
          {href ? (
            <a href={href} rel="noopener noreferrer nofollow">
              {inside}
            </a>
          ) : (
            inside
          )}
          {behind}
        </Fragment>
      );
    }
    const text = ownText(node);
    const pieces = node.code === true ? [text] : withQuotes(text, from, placed);
    const marked = MARKS.reduce<ReactNode>(
      (content, [mark, tag]) => (node[mark] === true ? createElement(tag, null, content) : content),
      createElement(Fragment, null, ...pieces),
    );
    return <Fragment key={index}>{marked}</Fragment>;
  });
};

const Block = ({ node, context, depth }: { node: Node; context: QuoteContext; depth: number }): ReactNode => {
  if (depth > DEEPEST) return null;
  const nodes = childrenOf(node);
  const inline = <Inline nodes={nodes} context={context} />;
  switch (node.type) {
    case 'paragraph':
      return <p dir="auto">{inline}</p>;
    case 'quote':
      return <blockquote dir="auto">{inline}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{nodes.map(ownText).join('')}</code>
        </pre>
      );
    case 'heading': {
      const level = typeof node.level === 'number' ? Math.min(6, Math.max(2, Math.trunc(node.level))) : 2;
      return createElement(`h${level}`, { dir: 'auto' }, inline);
    }
    case 'list':
      return createElement(
        node.format === 'ordered' ? 'ol' : 'ul',
        null,
        ...nodes.map((item, index) => <Block key={index} node={item} context={context} depth={depth + 1} />),
      );
    case 'list-item':
      return <li dir="auto">{inline}</li>;
    case 'image': {
      const image = isNode(node.image) ? node.image : {};
      const src = safeLink(image.url);
      return src ? (
        <img
          src={src}
          alt={typeof image.alternativeText === 'string' ? image.alternativeText : ''}
          width={sizeOf(image.width)}
          height={sizeOf(image.height)}
          loading="lazy"
        />
      ) : null;
    }
    default:
      return null;
  }
};

/** Renders Strapi blocks as HTML. Values that are not blocks are left out. Scripts in the content are rendered as text. */
export const Blocks = ({ blocks, context }: { blocks: unknown; context: QuoteContext }) =>
  Array.isArray(blocks)
    ? blocks
        .filter(isNode)
        .map((node, index) => <Block key={index} node={node} context={context} depth={0} />)
    : null;
