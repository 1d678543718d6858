import type { ArticleCard } from '../data/answers';
import type { FrontData } from '../data/front';
import { Card, Cards } from './ArticleCards';
import type { FrameProps } from './frame-props';
import { pathsIn, type PageContext } from './page-context';
import { Pagination } from './Pagination';

/** The number of articles below the lead, and in the list beside them. */
const BELOW_LEAD = 4;
const BESIDE = 9;
/** The number of sectors on the front page, and of articles in each. */
const MOST_SECTORS = 4;
const MOST_OF_SECTOR = 3;

interface SectorList {
  sector: string;
  articles: ArticleCard[];
}

/** The latest articles by the sector of their companies. The sector with the latest article comes first. */
const bySector = (articles: readonly ArticleCard[]): SectorList[] => {
  const sectors = new Map<string, ArticleCard[]>();
  for (const article of articles) {
    for (const sector of new Set(article.companies.flatMap((company) => company.sector ?? []))) {
      sectors.set(sector, [...(sectors.get(sector) ?? []), article]);
    }
  }
  return [...sectors].slice(0, MOST_SECTORS).map(([sector, of]) => ({
    sector,
    articles: of.slice(0, MOST_OF_SECTOR),
  }));
};

/** The lead article: the latest one with a summary or a cover photo that is not a press release. */
const leadOf = (latest: readonly ArticleCard[]): ArticleCard | undefined => {
  const own = latest.filter(({ kind }) => kind !== 'press-release');
  return own.find(({ summary, cover }) => summary ?? cover) ?? own[0] ?? latest[0];
};

const Front = ({ data, context }: { data: FrontData; context: PageContext }) => {
  const { labels } = context;
  const paths = pathsIn(context);
  const latest = data.list.data;
  const lead = leadOf(latest);
  if (!lead) return <p className="empty">{labels.noArticles}</p>;
  const others = latest.filter((article) => article !== lead);
  const beside = others.slice(BELOW_LEAD, BELOW_LEAD + BESIDE);
  return (
    <>
      <h1 className="hidden">{context.siteName}</h1>
      <div className={beside.length > 0 ? 'front' : undefined}>
        <div>
          <Card article={lead} context={context} size="lead" level={2} />
          {others.length > 0 && (
            <div className="below">
              {others.slice(0, BELOW_LEAD).map((article) => (
                <Card key={article.documentId} article={article} context={context} size="full" level={2} />
              ))}
            </div>
          )}
        </div>
        {beside.length > 0 && (
          <section className="beside" aria-labelledby="beside">
            <h2 id="beside">{labels.more}</h2>
            <Cards articles={beside} context={context} size="small" level={3} />
          </section>
        )}
      </div>
      <div className="blocks">
        {data.sections.map(({ kind, articles }) => (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>
              <a href={paths.front({ kind })}>{labels.allOfKind[kind]}</a>
            </h2>
            <Cards articles={articles} context={context} size="small" level={3} hideKind />
          </section>
        ))}
        {bySector(data.list.data).map(({ sector, articles }, index) => (
          <section key={sector} aria-labelledby={`sector-${index}`}>
            <h2 id={`sector-${index}`} dir="auto">
              <a href={paths.front({ sector })}>{sector}</a>
            </h2>
            <Cards articles={articles} context={context} size="small" level={3} />
          </section>
        ))}
      </div>
    </>
  );
};

const Section = ({ data, title, context }: { data: FrontData; title: string; context: PageContext }) => (
  <div className="single">
    <h1 dir="auto">{title}</h1>
    <Cards articles={data.list.data} context={context} />
  </div>
);

/** The front page: the latest of everything, of each kind and of each sector; or a page of one such list. */
export const frontPage = (data: FrontData, context: PageContext): FrameProps => {
  const { labels, locales } = context;
  const { kind, sector } = data.choice;
  const { page } = data.list.meta.pagination;
  const isFront = !kind && !sector && page === 1;
  const title = (kind && labels.allOfKind[kind]) ?? sector ?? (page > 1 ? labels.latest : context.siteName);
  const query = { kind, sector, page: page > 1 ? page : undefined };
  const others = page === 1 && !sector ? locales.all.filter((locale) => locale !== context.locale) : [];
  return {
    context,
    title,
    canonical: pathsIn(context).front(query),
    alternates: others.map((locale) => ({
      locale,
      path: pathsIn({ locale, locales }).front({ kind }),
    })),
    feed: { kind },
    section: kind,
    strip: data.strip,
    children: (
      <>
        {isFront ? (
          <Front data={data} context={context} />
        ) : (
          <Section data={data} title={title} context={context} />
        )}
        <Pagination
          list={data.list}
          pathOf={(other) => pathsIn(context).front({ kind, sector, page: other })}
          context={context}
        />
      </>
    ),
  };
};
