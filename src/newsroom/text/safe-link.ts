const SAFE = new Set(['http:', 'https:', 'mailto:']);

/** An address that may stand in a link: http, https, mailto, or one within the site; undefined for `javascript:` and its like. */
export const safeLink = (address: unknown): string | undefined => {
  if (typeof address !== 'string') return undefined;
  // Browsers skip control characters and blanks in a scheme: they are taken out before it is read.
  const compact = [...address].filter((character) => character > ' ').join('');
  if (!URL.canParse(compact, 'https://newsroom.invalid')) return undefined;
  return SAFE.has(new URL(compact, 'https://newsroom.invalid').protocol) ? compact : undefined;
};
