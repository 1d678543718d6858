import { articlePath } from '../../newsroom/site-addresses';
import type { FrameProps } from './frame-props';
import { languageName, pathsIn, type PageContext } from './page-context';

/** An article that the reader may have meant, in another locale. */
export interface OtherVersion {
  title: string;
  slug: string;
  locale: string;
}

/** A page with a message instead of content. @param others versions of the requested article in other locales */
export const messagePage = (
  message: 'notFound' | 'tooMany' | 'fault',
  context: PageContext,
  others: readonly OtherVersion[] = [],
): FrameProps => {
  const { labels, locales } = context;
  const paths = pathsIn(context);
  return {
    context,
    title: labels[message],
    children: (
      <div className="single">
        <h1>{labels[message]}</h1>
        <p>{labels[`${message}More`]}</p>
        <ul className="ways">
          <li>
            <a href={paths.front()}>{labels.home}</a>
          </li>
          <li>
            <a href={paths.search()}>{labels.search}</a>
          </li>
        </ul>
        {others.length > 0 && (
          <>
            <p>{labels.inOtherLanguages}</p>
            <ul className="found">
              {others.map(({ title, slug, locale }) => (
                <li key={locale}>
                  <a href={articlePath(slug, locale, locales.default)} hrefLang={locale} lang={locale}>
                    {title}
                  </a>
                  <small>{languageName(locale)}</small>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    ),
  };
};
