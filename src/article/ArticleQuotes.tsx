import type { SincePublication, Snapshot } from './article';
import type { Labels } from './labels/labels';
import { Moment } from './Moment';
import { Price } from './Price';
import { PriceChange } from './PriceChange';
import { withoutPrice } from './quotes-in-text';

const MINUTES_SHOWN_AS_SUCH = 120;

/** `45 minutes`, `7 hours`: how long after publication a quote was captured. */
const durationText = (locale: string, minutes: number): string => {
  const [count, unit] =
    minutes < MINUTES_SHOWN_AS_SUCH ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
};

interface Shown {
  locale: string;
  labels: Labels;
}

/** The time of a price, and how late it is. */
const QuotedAt = ({
  at,
  delayMinutes,
  locale,
  labels,
}: Shown & { at: string; delayMinutes: number | null }) => (
  <small>
    <Moment locale={locale} at={at} />
    {delayMinutes ? ` · ${labels.delayed(delayMinutes)}` : ''}
  </small>
);

/** The price at publication. */
const AtPublication = ({
  snapshot,
  price,
  locale,
  labels,
}: Shown & { snapshot: Snapshot; price: number }) => (
  <>
    <Price locale={locale} figures={{ ...snapshot, price }} />
    <PriceChange locale={locale} change={snapshot} />
    {snapshot.quotedAt && (
      <QuotedAt at={snapshot.quotedAt} delayMinutes={snapshot.delayMinutes} locale={locale} labels={labels} />
    )}
    {snapshot.lateMinutes !== null && (
      <small className="warning">{labels.lateBy(durationText(locale, snapshot.lateMinutes))}</small>
    )}
  </>
);

const Now = ({
  since,
  snapshot,
  locale,
  labels,
}: Shown & { since: SincePublication | undefined; snapshot: Snapshot }) => {
  if (!since?.now) return <span className="none">–</span>;
  const { price, quotedAt, delayMinutes } = since.now;
  return (
    <>
      <Price locale={locale} figures={{ ...snapshot, price }} />
      <QuotedAt at={quotedAt} delayMinutes={delayMinutes} locale={locale} labels={labels} />
    </>
  );
};

const Since = ({
  since,
  snapshot,
  locale,
  labels,
}: Shown & { since: SincePublication | undefined; snapshot: Snapshot }) => {
  if (!since) return <span className="none">–</span>;
  if (since.reason !== null || since.change === null) {
    return (
      <>
        <span className="none">{labels.notCompared}</span>
        {since.reason && <small dir="auto">{since.reason}</small>}
      </>
    );
  }
  return <PriceChange locale={locale} change={{ ...since, priceDecimals: snapshot.priceDecimals }} />;
};

/** The cells of a listing: its prices, or one wide cell that says why there are none. */
const Figures = ({
  snapshot,
  hasSince,
  now,
  locale,
  labels,
}: Shown & { snapshot: Snapshot; hasSince: boolean; now: SincePublication | undefined }) => {
  const shown = { locale, labels };
  const missing = withoutPrice(snapshot, labels);
  if (missing !== undefined || snapshot.price === null) {
    return (
      <td className="missing" colSpan={hasSince ? 3 : undefined}>
        <strong className="none">{missing}</strong>
        {snapshot.reason && <small dir="auto">{snapshot.reason}</small>}
      </td>
    );
  }
  return (
    <>
      <td data-label={labels.atPublication}>
        <AtPublication snapshot={snapshot} price={snapshot.price} {...shown} />
      </td>
      {hasSince && (
        <>
          <td data-label={labels.now}>
            <Now since={now} snapshot={snapshot} {...shown} />
          </td>
          <td data-label={labels.since}>
            <Since since={now} snapshot={snapshot} {...shown} />
          </td>
        </>
      )}
    </>
  );
};

/** The credits that must be shown, each once. */
const Credits = ({ attributions }: { attributions: readonly (string | null | undefined)[] }) => {
  const credits = [...new Set(attributions)].filter(Boolean);
  return credits.length > 0 ? (
    <p className="credits" dir="auto">
      {credits.join(' ')}
    </p>
  ) : null;
};

/**
 * The quotes of an article as a table: at publication, now, and the change since.
 *
 * @param since by instrument; undefined if live prices are not compared, as in a draft
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
            return (
              <tr key={snapshot.instrument ?? index}>
                <th scope="row">
                  {href ? <a href={href}>{snapshot.symbol}</a> : snapshot.symbol}
                  <small>
                    {[snapshot.name, snapshot.exchange ?? snapshot.mic].filter(Boolean).join(' · ')}
                  </small>
                </th>
                <Figures
                  snapshot={snapshot}
                  hasSince={since !== undefined}
                  now={since?.get(snapshot.instrument ?? '')}
                  locale={locale}
                  labels={labels}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
      <Credits
        attributions={[
          ...snapshots.map(({ attribution }) => attribution),
          ...[...(since?.values() ?? [])].map(({ now }) => now?.attribution),
        ]}
      />
    </section>
  );
};
