import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Snapshot } from '../api/answers';
import { Figures } from '../figures/Figures';
import { formatMarketTime } from '../figures/format-figures';
import { useReason } from '../text/use-reason';
import { useText } from '../text/use-text';

/** A snapshot's figures with their time, and its reason if it has one. */
export const SnapshotFacts = ({ snapshot }: { snapshot: Snapshot }) => {
  const text = useText();
  const { locale, formatDate } = useIntl();
  const time = (iso: string) => formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' });
  const { price, quotedAt, mic, state, lateMinutes, correction, attribution, createdAt } = snapshot;
  const { correctedBy, voidedBy, voidedAt } = snapshot;
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
      {voidedAt && (
        <Typography variant="pi" textColor="neutral700">
          {voidedBy
            ? text('record.voidedBy', { name: voidedBy, time: time(voidedAt) })
            : text('record.voidedAt', { time: time(voidedAt) })}
        </Typography>
      )}
      {correctedBy && createdAt && (
        <Typography variant="pi" textColor="neutral700">
          {text('record.correctedBy', { name: correctedBy, time: time(createdAt) })}
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
