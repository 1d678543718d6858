const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'ftp:', 'mailto:', 'tel:']);
/** The address of a website as people write it. */
const WEBSITE = /^www\.[^\s./?#]+\.[^\s./?#]/i;

/**
 * The address for a link in a body. Strapi's validator of blocks accepts absolute addresses of these protocols, and paths that
 * begin with `/`. It refuses the whole article because of one other link.
 *
 * @param address as it was written; `https://` is added if it begins with `www.`
 * @returns undefined if Strapi would refuse it, for example `chart.png` or `#guidance`
 */
export const bodyLink = (address: string): string | undefined => {
  const written = address.trim();
  const url = WEBSITE.test(written) ? `https://${written}` : written;
  const absolute = url.startsWith('/') ? `https://newsroom.invalid${url}` : url;
  return URL.canParse(absolute) && PROTOCOLS.has(new URL(absolute).protocol) ? url : undefined;
};
