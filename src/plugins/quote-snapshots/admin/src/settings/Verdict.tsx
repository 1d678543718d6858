import { Badge } from '@strapi/design-system';

const LOOKS = {
  good: { backgroundColor: 'success200', textColor: 'success700' },
  bad: { backgroundColor: 'danger200', textColor: 'danger700' },
  // The contrast of Strapi's own warning badge is too low to read.
  doubtful: { backgroundColor: 'warning200', textColor: 'neutral800' },
} as const;

/** A verdict in a word or two, as a coloured badge. */
export const Verdict = ({ is, children }: { is: keyof typeof LOOKS; children: string }) => (
  <Badge {...LOOKS[is]}>{children}</Badge>
);
