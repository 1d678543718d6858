import { KINDS } from '../data/front';
import type { FrameProps } from './frame-props';
import { languageName, pathsIn } from './page-context';

const SearchForm = ({ context, wanted }: Pick<FrameProps, 'context' | 'wanted'>) => (
  <form className="search" role="search" action={pathsIn(context).search()} method="get">
    <input
      type="search"
      name="q"
      maxLength={100}
      defaultValue={wanted}
      placeholder={context.labels.searchFor}
      aria-label={context.labels.searchFor}
    />
    <button type="submit">{context.labels.search}</button>
  </form>
);

const Languages = ({ context, alternates = [] }: Pick<FrameProps, 'context' | 'alternates'>) => {
  const { locale, locales, labels } = context;
  if (locales.all.length < 2) return null;
  return (
    <nav className="languages" aria-label={labels.languages}>
      <ul>
        {locales.all.map((other) => {
          const there = alternates.find((alternate) => alternate.locale === other);
          return (
            <li key={other}>
              {other === locale ? (
                <span aria-current="true" lang={other}>
                  {languageName(other)}
                </span>
              ) : (
                <a
                  href={there?.path ?? pathsIn({ locale: other, locales }).front()}
                  hrefLang={other}
                  lang={other}
                >
                  {languageName(other)}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
};

const Sections = ({ context, section }: Pick<FrameProps, 'context' | 'section'>) => {
  const { labels } = context;
  const paths = pathsIn(context);
  return (
    <nav className="sections" aria-label={labels.sections}>
      <ul>
        <li>
          <a href={paths.front()}>{labels.home}</a>
        </li>
        {KINDS.map((kind) => (
          <li key={kind}>
            <a href={paths.front({ kind })} aria-current={kind === section ? 'page' : undefined}>
              {labels.allOfKind[kind]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The newsroom's name, the search, the languages and the sections. */
export const Masthead = (props: FrameProps) => (
  <header className="masthead">
    <div className="inner">
      <p className="name">
        <a href={pathsIn(props.context).front()}>{props.context.siteName}</a>
      </p>
      <SearchForm {...props} />
      <Languages {...props} />
    </div>
    <Sections {...props} />
  </header>
);
