/** A node of a JSON-LD graph; a property without a value is left out. */
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
 * JSON-LD as the content of a `<script type="application/ld+json">`: no text of an article can end the script, whatever it says.
 */
export const jsonLdScript = (jsonLd: JsonLd): string =>
  JSON.stringify(jsonLd).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? '');
