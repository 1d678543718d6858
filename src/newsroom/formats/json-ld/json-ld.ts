/** A node of a JSON-LD graph. Properties without a value are left out. */
export interface JsonLdNode {
  '@type'?: string;
  '@id'?: string;
  [property: string]: JsonLdValue;
}
export type JsonLdValue = string | number | JsonLdNode | readonly JsonLdValue[] | undefined;

export interface JsonLd {
  '@context': 'https://schema.org';
  '@graph': JsonLdNode[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * JSON-LD for the inside of `<script type="application/ld+json">`. No text of an article can end the script element.
 */
export const jsonLdScript = (jsonLd: JsonLd): string =>
  JSON.stringify(jsonLd).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? '');
