import { dateText, timeText } from '../newsroom/text/figures';

/** An instant for people and for machines: `<time datetime="…">`. */
export const Moment = ({
  locale,
  at,
  only,
}: {
  locale: string;
  /** ISO 8601. */
  at: string;
  /** Shows the day without the time. */
  only?: 'date';
}) => <time dateTime={at}>{only === 'date' ? dateText(locale, at) : timeText(locale, at)}</time>;
