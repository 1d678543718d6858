import { Badge } from '@strapi/design-system';

const LOOKS = {
  good: { backgroundColor: 'success200', textColor: 'success700' },
  bad: { backgroundColor: 'danger200', textColor: 'danger700' },
  // Strapi's own badge of warning is too pale to read.
  doubtful: { backgroundColor: 'warning200', textColor: 'neutral800' },
} as const;

/** How something fares, in a word or two. */
export const Verdict = ({ is, children }: { is: keyof typeof LOOKS; children: string }) => (
  <Badge {...LOOKS[is]}>{children}</Badge>
);
