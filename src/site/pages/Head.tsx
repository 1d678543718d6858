import { FEED_FORMATS, pageUrl } from '../../newsroom/site-addresses';
import { FEED_NAMES, feedUrl, type FrameProps } from './frame-props';

const MEDIA_TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** The id of the last element of every page. */
export const PAGE_END = 'page-end';

/** The head of a page: its title, its addresses in other locales, its feeds, its style sheet. */
export const Head = (props: FrameProps) => {
  const { context, title, description, canonical, alternates = [], feed, head } = props;
  const { site, siteName, files, locale, locales } = context;
  const hreflangs = canonical ? [{ locale, path: canonical }, ...alternates] : [];
  const general = hreflangs.find((alternate) => alternate.locale === locales.default);
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === siteName ? title : `${title} | ${siteName}`}</title>
      {description && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      {canonical ? (
        <link rel="canonical" href={pageUrl(site, canonical)} />
      ) : (
        <meta name="robots" content="noindex" />
      )}
      {hreflangs.length > 1 &&
        hreflangs.map((alternate) => (
          <link
            key={alternate.locale}
            rel="alternate"
            hrefLang={alternate.locale}
            href={pageUrl(site, alternate.path)}
          />
        ))}
      {hreflangs.length > 1 && general && (
        <link rel="alternate" hrefLang="x-default" href={pageUrl(site, general.path)} />
      )}
      {FEED_FORMATS.map((format) => (
        <link
          key={format}
          rel="alternate"
          type={MEDIA_TYPES[format]}
          title={`${title} (${FEED_NAMES[format]})`}
          href={feedUrl(context, format, feed)}
        />
      ))}
      {files.fonts.map((font) => (
        <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="anonymous" />
      ))}
      <link rel="stylesheet" href={files.styles} />
      {/* A slow device would show half of the page's top, and move it once it has read the rest:
          https://html.spec.whatwg.org/multipage/links.html#link-type-expect */}
      <link rel="expect" href={`#${PAGE_END}`} blocking="render" />
      <script src={files.script} type="module" />
      {head}
    </head>
  );
};
