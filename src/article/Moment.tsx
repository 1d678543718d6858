import { dateText, timeText } from '../newsroom/text/figures';

/** A moment for people and machines alike: `<time datetime="…">`. */
export const Moment = ({
  locale,
  at,
  only,
}: {
  locale: string;
  /** ISO 8601. */
  at: string;
  /** The day alone. */
  only?: 'date';
}) => <time dateTime={at}>{only === 'date' ? dateText(locale, at) : timeText(locale, at)}</time>;
