import { XMLBuilder } from 'fast-xml-parser';

/** An element. Names that start with `@` are attributes, `#text` is its text, and a list stands for several elements. */
export interface XmlElement {
  [name: string]: XmlValue;
}
export type XmlValue = string | XmlElement | readonly XmlValue[] | undefined;

/**
 * Characters that XML 1.0 cannot contain even when escaped: control characters except tab and line ends, halves of surrogate pairs,
 * and two noncharacters. https://www.w3.org/TR/xml/#charsets
 */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

const clean = (value: XmlValue): XmlValue => {
  if (typeof value === 'string') return value.replace(FORBIDDEN, '');
  if (Array.isArray(value)) return value.map(clean);
  if (value === undefined) return undefined;
  const entries = Object.entries(value as XmlElement).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.map(([name, one]) => [name, clean(one)]));
};

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/** A document with one root element, in UTF-8. Texts and attributes are escaped. Elements without a value are left out. */
export const writeXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(clean(root))}\n`;
