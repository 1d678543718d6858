import { Typography } from '@strapi/design-system';
import { useText } from '../text/use-text';
import type { Finding } from './checks';

/**
 * One sentence that says whether the article can be published.
 *
 * @param others the number of other points to check, besides the findings of the rules; none of them blocks
 */
export const Outlook = ({ findings, others }: { findings: Finding[]; others: number }) => {
  const text = useText();
  const blocks = findings.filter(({ level }) => level === 'block').length;
  const count = findings.length + others;
  if (blocks > 0) {
    return (
      <Typography textColor="danger600" fontWeight="bold">
        {text('outlook.block', { count: blocks })}
      </Typography>
    );
  }
  return (
    <Typography textColor="neutral800">
      {count > 0 ? text('outlook.warn', { count }) : text('checks.clear')}
    </Typography>
  );
};
