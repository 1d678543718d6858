import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Snapshot } from '../api/answers';
import { Figures } from '../figures/Figures';
import { formatMarketTime } from '../figures/format-figures';
import { useReason } from '../text/use-reason';
import { useText } from '../text/use-text';

/** A snapshot's figures with their time, and its reason where it has one. */
export const SnapshotFacts = ({ snapshot }: { snapshot: Snapshot }) => {
  const text = useText();
  const { locale } = useIntl();
  const { price, quotedAt, mic, state, lateMinutes, correction, attribution } = snapshot;
  const inWords = useReason();
  const reason = inWords(snapshot);
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
