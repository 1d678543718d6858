import { renderToStaticMarkup } from 'react-dom/server';
import { textDirection } from '../../article/text-direction';
import { FEED_FORMATS } from '../../newsroom/site-addresses';
import { ApiRequests } from './ApiRequests';
import { FEED_NAMES, feedUrl, type FrameProps } from './frame-props';
import { Head, PAGE_END } from './Head';
import { MarketStrip } from './MarketStrip';
import { Masthead } from './Masthead';

const Footer = ({ context, requests, feed }: Pick<FrameProps, 'context' | 'requests' | 'feed'>) => {
  const { labels } = context;
  return (
    <footer className="foot">
      {requests && <ApiRequests requests={requests} context={context} />}
      <nav aria-label={labels.feeds}>
        <ul>
          {FEED_FORMATS.map((format) => (
            <li key={format}>
              <a href={feedUrl(context, format, feed)}>{FEED_NAMES[format]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p id={PAGE_END}>{context.siteName}</p>
    </footer>
  );
};

const Page = (props: FrameProps) => {
  const { context, strip, children } = props;
  const { locale, labels } = context;
  return (
    <html lang={locale} dir={textDirection(locale)}>
      <Head {...props} />
      <body>
        <a className="skip" href="#content">
          {labels.skip}
        </a>
        <Masthead {...props} />
        <MarketStrip box={strip} context={context} />
        <main id="content">{children}</main>
        <Footer {...props} />
      </body>
    </html>
  );
};

/** The whole page as HTML. Every text of an entry is escaped. */
export const renderPage = (props: FrameProps): string =>
  `<!doctype html>${renderToStaticMarkup(<Page {...props} />)}`;
