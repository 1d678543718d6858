/** The part of a DOM node that is used here. */
export interface HtmlNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<HtmlNode>;
  getAttribute?(name: string): string | null;
}

const ELEMENT = 1;
const TEXT = 3;

/** Elements whose text does not belong to the document. */
const SKIPPED = /^(STYLE|SCRIPT|HEAD|META|LINK|TITLE|XML|TEMPLATE)$/;
const BLOCKS = new RegExp(
  `^(${[
    'P|DIV|H[1-6]|UL|OL|LI|DL|DT|DD|BLOCKQUOTE|PRE|TABLE|CAPTION|TR|TD|TH|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|NAV',
    'FIGURE|FIGCAPTION|ADDRESS|CENTER|FORM|FIELDSET|LEGEND|DETAILS|SUMMARY|HGROUP|HR',
  ].join('|')})$`,
);

export const isText = ({ nodeType }: HtmlNode): boolean => nodeType === TEXT;
export const nameOf = ({ nodeName }: HtmlNode): string => nodeName.toUpperCase();
export const childrenOf = ({ childNodes }: HtmlNode): HtmlNode[] => Array.from(childNodes);
export const attribute = (node: HtmlNode, name: string): string => node.getAttribute?.(name) ?? '';
export const styleOf = (node: HtmlNode): string => attribute(node, 'style').toLowerCase();

/** Word writes the bullets and numbers of its lists as text in elements with this style. */
export const isWordMarker = (node: HtmlNode): boolean => /mso-list:\s*ignore/.test(styleOf(node));

export const isSkipped = (node: HtmlNode): boolean =>
  !isText(node) && (node.nodeType !== ELEMENT || SKIPPED.test(nameOf(node)) || isWordMarker(node));

export const isBlock = (node: HtmlNode): boolean => node.nodeType === ELEMENT && BLOCKS.test(nameOf(node));

export const contains = (node: HtmlNode, isWanted: (one: HtmlNode) => boolean): boolean =>
  childrenOf(node).some((child) => isWanted(child) || contains(child, isWanted));

/** The text of a node with its blanks, as `pre` shows it: one line for each line end and each block. */
export const preformattedText = (node: HtmlNode): string => {
  let text = '';
  const endLine = (): void => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const read = (one: HtmlNode): void => {
    if (isText(one)) text += one.nodeValue ?? '';
    if (isText(one) || isSkipped(one)) return;
    if (nameOf(one) === 'BR') text += '\n';
    if (isBlock(one)) endLine();
    childrenOf(one).forEach(read);
    if (isBlock(one)) endLine();
  };
  childrenOf(node).forEach(read);
  return text.replace(/\n$/, '');
};
