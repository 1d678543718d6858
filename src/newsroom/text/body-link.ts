const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'ftp:', 'mailto:', 'tel:']);
/** A website's address as people write it. */
const WEBSITE = /^www\.[^\s./?#]+\.[^\s./?#]/i;

/**
 * The address that a link in a body may have. Strapi's validator of blocks takes absolute addresses of these protocols and paths
 * that begin with `/`; because of one other link it refuses the whole article.
 *
 * @param address as it was written; one that begins with `www.` is given its `https://`
 * @returns undefined where Strapi would refuse it, as `chart.png` or `#guidance`
 */
export const bodyLink = (address: string): string | undefined => {
  const written = address.trim();
  const url = WEBSITE.test(written) ? `https://${written}` : written;
  const absolute = url.startsWith('/') ? `https://newsroom.invalid${url}` : url;
  return URL.canParse(absolute) && PROTOCOLS.has(new URL(absolute).protocol) ? url : undefined;
};
