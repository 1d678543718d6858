import { childrenOf, DEEPEST, isNode, MARKS, ownText, type Node } from './block-nodes';
import { escapeHtml } from './escape-html';
import { safeLink } from './safe-link';

const inline = (node: Node): string => {
  if (node.type === 'link') {
    const href = safeLink(node.url);
    const inside = childrenOf(node).map(inline).join('');
    return href ? `<a href="${escapeHtml(href)}">${inside}</a>` : inside;
  }
  return MARKS.reduce(
    (html, [mark, tag]) => (node[mark] === true && html !== '' ? `<${tag}>${html}</${tag}>` : html),
    escapeHtml(ownText(node)).replaceAll('\n', '<br>'),
  );
};

const inlineOf = (node: Node): string => childrenOf(node).map(inline).join('');

const list = (node: Node, depth: number): string => {
  if (depth > DEEPEST) return '';
  const tag = node.format === 'ordered' ? 'ol' : 'ul';
  const items = childrenOf(node).map((child) =>
    child.type === 'list' ? `<li>${list(child, depth + 1)}</li>` : `<li>${inlineOf(child)}</li>`,
  );
  return `<${tag}>${items.join('')}</${tag}>`;
};

const block = (node: Node): string => {
  switch (node.type) {
    case 'heading': {
      const level = [1, 2, 3, 4, 5, 6].includes(Number(node.level)) ? Number(node.level) : 2;
      return `<h${level}>${inlineOf(node)}</h${level}>`;
    }
    case 'quote':
      return `<blockquote><p>${inlineOf(node)}</p></blockquote>`;
    case 'code':
      return `<pre><code>${escapeHtml(childrenOf(node).map(ownText).join(''))}</code></pre>`;
    case 'list':
      return list(node, 1);
    case 'image': {
      const { url, alternativeText } = isNode(node.image) ? node.image : {};
      const src = safeLink(url);
      const alt = typeof alternativeText === 'string' ? alternativeText : '';
      return src ? `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">` : '';
    }
    default:
      return inlineOf(node) === '' ? '' : `<p>${inlineOf(node)}</p>`;
  }
};

/**
 * Renders a body of Strapi blocks as HTML for feeds and other formats. Every text is escaped, and only safe addresses become links.
 */
export const blocksToHtml = (blocks: unknown): string =>
  (Array.isArray(blocks) ? blocks.filter(isNode) : []).map(block).join('\n');
