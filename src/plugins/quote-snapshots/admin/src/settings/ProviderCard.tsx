import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ProviderFacts, ProviderStatus } from '../api/answers';
import { useText, type TextKey } from '../text/use-text';

const BREAKERS: Readonly<
  Record<ProviderStatus['breaker'], { key: TextKey; variant: 'success' | 'danger' | 'warning' }>
> = {
  closed: { key: 'breaker.closed', variant: 'success' },
  open: { key: 'breaker.open', variant: 'danger' },
  'half-open': { key: 'breaker.halfOpen', variant: 'warning' },
};

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
  /** Absent while it is not known. */
  status: ProviderStatus | undefined;
}

/** A provider: what it says of itself, how it fares, and what readers will be shown. */
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
    <Flex
      direction="column"
      alignItems="stretch"
      gap={4}
      background="neutral0"
      padding={6}
      hasRadius
      shadow="tableShadow"
    >
      <Flex gap={2} wrap="wrap">
        <Typography tag="h2" variant="delta">
          {text(facts.role === 'first' ? 'provider.first' : 'provider.fallback', { name: facts.name })}
        </Typography>
        {breaker && <Badge variant={breaker.variant}>{text(breaker.key)}</Badge>}
        {facts.licence === 'internal' && <Badge variant="warning">{text('licence.internal')}</Badge>}
      </Flex>
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
    </Flex>
  );
};
