import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ProviderFacts, ProviderStatus } from '../api/answers';
import { useText, type TextKey } from '../text/use-text';
import { Card } from './Card';
import { Verdict } from './Verdict';

/** The heading of a provider, by its role. */
export const PROVIDER_TITLES: Readonly<Record<ProviderFacts['role'], TextKey>> = {
  first: 'provider.first',
  fallback: 'provider.fallback',
};

const BREAKERS = {
  closed: { key: 'breaker.closed', is: 'good' },
  open: { key: 'breaker.open', is: 'bad' },
  'half-open': { key: 'breaker.halfOpen', is: 'doubtful' },
} as const satisfies Record<ProviderStatus['breaker'], { key: TextKey; is: string }>;

const Fact = ({ label, children }: { label: string; children: string }) => (
  <Flex direction="column" alignItems="flex-start" minWidth="16rem">
    <Typography tag="dt" variant="sigma" textColor="neutral600">
      {label}
    </Typography>
    <Typography tag="dd" textColor="neutral800">
      {children}
    </Typography>
  </Flex>
);

interface ProviderCardProps {
  facts: ProviderFacts;
  /** Absent while it is loading. */
  status: ProviderStatus | undefined;
}

/** A provider: its facts, its state, and the notice for readers. */
export const ProviderCard = ({ facts, status }: ProviderCardProps) => {
  const text = useText();
  const { formatDate, formatNumber } = useIntl();
  const time = (iso: string): string => formatDate(iso, { dateStyle: 'medium', timeStyle: 'medium' });
  const limit = (most: number | null, left: number | null | undefined): string => {
    if (most === null) return text('limit.none');
    return left === null || left === undefined
      ? text('limit', { most: formatNumber(most) })
      : text('limit.left', { most: formatNumber(most), left: formatNumber(left) });
  };
  const breaker = status && BREAKERS[status.breaker];
  return (
    <Card
      title={text(PROVIDER_TITLES[facts.role], { name: facts.name })}
      badges={
        <>
          {breaker && <Verdict is={breaker.is}>{text(breaker.key)}</Verdict>}
          {facts.licence === 'internal' && <Verdict is="doubtful">{text('licence.internal')}</Verdict>}
        </>
      }
    >
      <Flex tag="dl" gap={6} wrap="wrap" alignItems="flex-start">
        <Fact label={text('provider.perMinute')}>{limit(facts.perMinute, status?.quota.minuteLeft)}</Fact>
        <Fact label={text('provider.perDay')}>{limit(facts.perDay, status?.quota.dayLeft)}</Fact>
        <Fact label={text('provider.batch')}>{formatNumber(facts.maxBatch)}</Fact>
        {status && (
          <Fact label={text('provider.lastSuccess')}>
            {status.lastSuccessAt ? time(status.lastSuccessAt) : text('never')}
          </Fact>
        )}
        {status?.lastFailure && (
          <Fact label={text('provider.lastFailure')}>
            {`${time(status.lastFailure.at)}: ${status.lastFailure.message}`}
          </Fact>
        )}
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={1} background="neutral100" padding={4} hasRadius>
        <Typography tag="h3" variant="sigma" textColor="neutral600">
          {text('provider.readers')}
        </Typography>
        <Typography>{facts.delayNotice}</Typography>
        <Typography>{facts.attribution}</Typography>
      </Flex>
    </Card>
  );
};
