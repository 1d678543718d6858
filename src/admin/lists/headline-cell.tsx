import { Typography } from '@strapi/design-system';

/** The cell of a headline. A long headline takes several lines, so that the other columns have room. */
export const headlineCell = ({ title }: { title?: string | null }) => (
  <Typography
    tag="p"
    textColor="neutral800"
    style={{ whiteSpace: 'normal', minWidth: '12rem', overflowWrap: 'anywhere' }}
  >
    {title || '–'}
  </Typography>
);
