import { Status, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Snapshot, SnapshotState } from '../api/answers';
import { Figures } from '../figures/Figures';
import { formatMarketTime } from '../figures/format-figures';
import { useText, type TextKey } from '../text/use-text';

const STATES: Readonly<
  Record<SnapshotState, { key: TextKey; variant: 'success' | 'warning' | 'danger' | 'neutral' }>
> = {
  captured: { key: 'state.captured', variant: 'success' },
  pending: { key: 'state.pending', variant: 'warning' },
  unavailable: { key: 'state.unavailable', variant: 'danger' },
  voided: { key: 'state.voided', variant: 'neutral' },
};

const LATE = { key: 'state.late', variant: 'warning' } as const;

export const StateBadge = ({ state, late = false }: { state: SnapshotState; late?: boolean }) => {
  const text = useText();
  const isLate = late && state === 'captured';
  const { key, variant } = isLate ? LATE : STATES[state];
  return (
    <Status size="XS" variant={variant}>
      {/* Strapi's own colour of warning is too pale to read. */}
      <Typography variant="pi" fontWeight="bold" textColor={variant === 'warning' ? 'neutral800' : undefined}>
        {text(key)}
      </Typography>
    </Status>
  );
};

/** A snapshot's figures with their time, and its reason where it has one. */
export const SnapshotFacts = ({ snapshot }: { snapshot: Snapshot }) => {
  const text = useText();
  const { locale } = useIntl();
  const { price, quotedAt, mic, state, lateMinutes, reason, correction, attribution } = snapshot;
  return (
    <>
      {price !== null && <Figures {...snapshot} price={price} struck={state === 'voided'} />}
      {quotedAt && (
        <Typography variant="pi" textColor="neutral600">
          {text(lateMinutes !== null ? 'snapshot.asOfLate' : 'snapshot.asOf', {
            time: formatMarketTime(locale, quotedAt, mic, new Date()),
          })}
        </Typography>
      )}
      {reason && (
        <Typography variant="pi" textColor={state === 'unavailable' ? 'danger600' : 'neutral700'}>
          {reason}
        </Typography>
      )}
      {correction && state !== 'pending' && (
        <Typography variant="pi" textColor="neutral700">
          {text('snapshot.correction', { reason: correction })}
        </Typography>
      )}
      {attribution && (
        <Typography variant="pi" textColor="neutral600">
          {attribution}
        </Typography>
      )}
    </>
  );
};
