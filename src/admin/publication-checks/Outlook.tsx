import { Typography } from '@strapi/design-system';
import { useText } from '../text/use-text';
import type { Finding } from './checks';

/** Whether the article can be published, in one sentence. */
export const Outlook = ({ findings }: { findings: Finding[] }) => {
  const text = useText();
  const blocks = findings.filter(({ level }) => level === 'block').length;
  if (blocks > 0) {
    return (
      <Typography textColor="danger600" fontWeight="bold">
        {text('outlook.block', { count: blocks })}
      </Typography>
    );
  }
  return (
    <Typography textColor="neutral800">
      {findings.length > 0 ? text('outlook.warn', { count: findings.length }) : text('checks.clear')}
    </Typography>
  );
};
