import type { QuoteBox } from './article';
import type { Labels } from './labels/labels';

/** The notice of delay, in the page's language, and the credit, as its owner words it. Both must be shown beside live quotes. */
export const QuoteCredits = ({
  meta: { delayMinutes, attribution },
  labels,
}: {
  meta: QuoteBox['meta'];
  labels: Labels;
}) => (
  <p className="credits" dir="auto">
    {labels.delayNotice(delayMinutes)} <span dir="auto">{attribution}</span>
  </p>
);
