import type { QuoteBox } from './article';
import type { Labels } from './labels/labels';

/** What has to stand beside live quotes: how late they are, in the words of the page, and the credit, in those of its owner. */
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
