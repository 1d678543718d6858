import { ARROWS, directionOf, percentText, pointsText, type Change } from '../newsroom/text/figures';

/** A change of price, with an arrow, a sign and a colour, so that the meaning does not depend on the colour alone. */
export const PriceChange = ({
  locale,
  change,
  show,
  live,
}: {
  locale: string;
  change: Change;
  /** Shows only the percentage if it is known, for narrow places. */
  show?: 'percent';
  /** The instrument of a live price, which the page's script updates. */
  live?: string;
}) => {
  const moved = directionOf(change);
  const percent = percentText(locale, change);
  const points = show === 'percent' && percent ? '' : pointsText(locale, change);
  if (!points && !percent) return <span className="change flat">–</span>;
  const percentage = (
    <data className="percent" value={String(change.changePercent)}>
      {percent}
    </data>
  );
  return (
    <span className={`change ${moved}`} data-live-change={live}>
      <span className="arrow" aria-hidden="true">
        {ARROWS[moved]}
      </span>
      {points && (
        <data className="points" value={String(change.change)}>
          {points}
        </data>
      )}
      {percent && (points ? <span>({percentage})</span> : percentage)}
    </span>
  );
};
