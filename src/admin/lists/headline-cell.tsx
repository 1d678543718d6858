import { Typography } from '@strapi/design-system';

/** The cell of a headline: it takes several lines where it is long, and leaves the other columns their room. */
export const headlineCell = ({ title }: { title?: string | null }) => (
  <Typography
    tag="p"
    textColor="neutral800"
    style={{ whiteSpace: 'normal', minWidth: '12rem', overflowWrap: 'anywhere' }}
  >
    {title || '–'}
  </Typography>
);
