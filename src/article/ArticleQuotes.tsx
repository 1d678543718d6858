import type { SincePublication, Snapshot } from './article';
import type { Labels } from './labels/labels';
import { Moment } from './Moment';
import { Price } from './Price';
import { PriceChange } from './PriceChange';
import { withoutPrice } from './quotes-in-text';

const MINUTES_SHOWN_AS_SUCH = 120;

/** `45 minutes`, `7 hours`: how late a quote was taken. */
const durationText = (locale: string, minutes: number): string => {
  const [count, unit] =
    minutes < MINUTES_SHOWN_AS_SUCH ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
};

interface Shown {
  locale: string;
  labels: Labels;
}

/** The price at publication, or why there is none. */
const AtPublication = ({ snapshot, locale, labels }: Shown & { snapshot: Snapshot }) => {
  const missing = withoutPrice(snapshot, labels);
  if (missing !== undefined || snapshot.price === null) {
    return (
      <>
        <strong className="none">{missing}</strong>
        {snapshot.reason && <small>{snapshot.reason}</small>}
      </>
    );
  }
  return (
    <>
      <Price locale={locale} figures={{ ...snapshot, price: snapshot.price }} />
      <PriceChange locale={locale} change={snapshot} />
      <small>
        {snapshot.quotedAt && <Moment locale={locale} at={snapshot.quotedAt} />}
        {snapshot.delayMinutes ? ` · ${labels.delayed(snapshot.delayMinutes)}` : ''}
      </small>
      {snapshot.lateMinutes !== null && (
        <small className="warning">{labels.lateBy(durationText(locale, snapshot.lateMinutes))}</small>
      )}
    </>
  );
};

const Now = ({
  since,
  snapshot,
  locale,
}: Pick<Shown, 'locale'> & { since: SincePublication | undefined; snapshot: Snapshot }) => {
  if (!since || since.price === null) return <span className="none">–</span>;
  return (
    <>
      <Price locale={locale} figures={{ ...snapshot, price: since.price }} />
      <small>{since.quotedAt && <Moment locale={locale} at={since.quotedAt} />}</small>
    </>
  );
};

const Since = ({
  since,
  snapshot,
  locale,
  labels,
}: Shown & { since: SincePublication | undefined; snapshot: Snapshot }) => {
  if (!since || snapshot.state !== 'captured') return <span className="none">–</span>;
  if (since.reason !== null || since.change === null) {
    return (
      <>
        <span className="none">{labels.notCompared}</span>
        {since.reason && <small>{since.reason}</small>}
      </>
    );
  }
  return <PriceChange locale={locale} change={{ ...since, priceDecimals: snapshot.priceDecimals }} />;
};

/** The lines of credit that have to be shown, each once. */
const Credits = ({ snapshots }: { snapshots: readonly Snapshot[] }) => {
  const credits = [...new Set(snapshots.map(({ attribution }) => attribution))].filter(Boolean);
  return credits.length > 0 ? <p className="credits">{credits.join(' ')}</p> : null;
};

/**
 * The quotes of an article as a table: at publication, now, and the change since.
 *
 * @param since by instrument; undefined where prices of now are not compared, as in a draft
 */
export const ArticleQuotes = ({
  snapshots,
  since,
  tickerHref,
  locale,
  labels,
}: Shown & {
  snapshots: readonly Snapshot[];
  since: ReadonlyMap<string, SincePublication> | undefined;
  tickerHref(listing: { mic: string | null; symbol: string }): string | undefined;
}) => {
  if (snapshots.length === 0) return null;
  return (
    <section className="article-quotes" aria-labelledby="article-quotes">
      <h2 id="article-quotes">{labels.quotesOfArticle}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{labels.listing}</th>
            <th scope="col">{labels.atPublication}</th>
            {since && <th scope="col">{labels.now}</th>}
            {since && <th scope="col">{labels.since}</th>}
          </tr>
        </thead>
        <tbody>
          {snapshots.map((snapshot, index) => {
            const href = tickerHref(snapshot);
            const now = since?.get(snapshot.instrument ?? '');
            return (
              <tr key={snapshot.instrument ?? index}>
                <th scope="row">
                  {href ? <a href={href}>{snapshot.symbol}</a> : snapshot.symbol}
                  <small>
                    {[snapshot.name, snapshot.exchange ?? snapshot.mic].filter(Boolean).join(' · ')}
                  </small>
                </th>
                <td data-label={labels.atPublication}>
                  <AtPublication snapshot={snapshot} locale={locale} labels={labels} />
                </td>
                {since && (
                  <td data-label={labels.now}>
                    <Now since={now} snapshot={snapshot} locale={locale} />
                  </td>
                )}
                {since && (
                  <td data-label={labels.since}>
                    <Since since={now} snapshot={snapshot} locale={locale} labels={labels} />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Credits snapshots={snapshots} />
    </section>
  );
};
