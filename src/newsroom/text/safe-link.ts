const SAFE = new Set(['http:', 'https:', 'mailto:']);

/** An address that is safe in a link: http, https, mailto, or within the site. Undefined for others, such as `javascript:`. */
export const safeLink = (address: unknown): string | undefined => {
  if (typeof address !== 'string') return undefined;
  // Browsers ignore control characters and blanks in a scheme, so they are removed before it is checked.
  const compact = [...address].filter((character) => character > ' ').join('');
  if (!URL.canParse(compact, 'https://newsroom.invalid')) return undefined;
  return SAFE.has(new URL(compact, 'https://newsroom.invalid').protocol) ? compact : undefined;
};
