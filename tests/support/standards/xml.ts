import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element as it was read: attributes start with `@`, texts are `#text`. */
export type Element = Record<string, unknown>;

const LISTS = new Set(['item', 'entry', 'category', 'url', 'sitemap', 'xhtml:link', 'atom:link']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  isArray: (name, path) => LISTS.has(name) || (name === 'link' && String(path).startsWith('feed')),
});

/** Parses XML; throws where it is not well-formed. */
export const parseXml = (xml: string): Record<string, Element> => {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(`not well-formed: ${valid.err.msg} in line ${valid.err.line}`);
  return parser.parse(xml);
};

export const listOf = (element: Element, name: string): Element[] =>
  (element[name] as Element[] | undefined) ?? [];

export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const text = (value as Element | undefined)?.['#text'];
  return typeof text === 'string' ? text : '';
};
