import { Button, Flex, Typography } from '@strapi/design-system';
import { memo, useState } from 'react';
import type { CurrentSnapshot } from '../api/answers';
import { Listing } from '../listings/Listing';
import { useText } from '../text/use-text';
import { ReasonDialog } from './ReasonDialog';
import { SnapshotFacts, StateBadge } from './SnapshotFacts';
import { useRecordActs } from './use-record-acts';

export interface Rights {
  mayRecapture: boolean;
  mayVoid: boolean;
}

interface SnapshotRowProps extends Rights {
  snapshot: CurrentSnapshot;
}

/** A snapshot of the current publication, with the buttons that the role may use. */
export const SnapshotRow = memo(({ snapshot, mayRecapture, mayVoid }: SnapshotRowProps) => {
  const text = useText();
  const acts = useRecordActs();
  const [dialog, setDialog] = useState<'recapture' | 'void' | undefined>();
  const { documentId, symbol, exchange, mic, name, state, lateMinutes, instrument, replacement } = snapshot;
  const listing = instrument ?? symbol;
  const isWaiting = state === 'pending' || replacement?.state === 'pending';
  // An ambiguous mention has no listing to ask for: an editor must first choose one.
  const canTry = instrument !== null && (isWaiting || state === 'unavailable');
  const canRecapture = mayRecapture && instrument !== null && !isWaiting && state !== 'unavailable';
  const canVoid = mayVoid && state === 'captured';
  return (
    <Listing
      symbol={symbol}
      exchange={exchange ?? mic}
      name={name}
      badge={<StateBadge state={state} late={lateMinutes !== null} />}
    >
      <SnapshotFacts snapshot={snapshot} />
      {replacement && (
        <Typography variant="pi" textColor={replacement.state === 'pending' ? 'neutral800' : 'danger600'}>
          {text(replacement.state === 'pending' ? 'snapshot.beingReplaced' : 'snapshot.notReplaced', {
            reason: replacement.reason ?? '',
          })}
        </Typography>
      )}
      {(canTry || canRecapture || canVoid) && (
        <Flex gap={2} wrap="wrap">
          {canTry && (
            <Button
              variant="tertiary"
              size="S"
              loading={acts.isTrying}
              aria-label={text('tryAgain.named', { instrument: listing })}
              onClick={() => void acts.tryAgain(documentId)}
            >
              {text('tryAgain')}
            </Button>
          )}
          {canRecapture && (
            <Button
              variant="tertiary"
              size="S"
              aria-label={text('recapture.named', { instrument: listing })}
              onClick={() => setDialog('recapture')}
            >
              {text('recapture')}
            </Button>
          )}
          {canVoid && (
            <Button
              variant="danger-light"
              size="S"
              aria-label={text('void.named', { instrument: listing })}
              onClick={() => setDialog('void')}
            >
              {text('void')}
            </Button>
          )}
        </Flex>
      )}
      {dialog === 'recapture' && (
        <ReasonDialog
          title={text('recapture.named', { instrument: listing })}
          consequence="recapture.consequence"
          hint="reason.forDesk"
          confirm="recapture"
          variant="default"
          onConfirm={(reason) => acts.recapture(documentId, reason)}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'void' && (
        <ReasonDialog
          title={text('void.named', { instrument: listing })}
          consequence="void.consequence"
          hint="reason.forReaders"
          confirm="void"
          variant="danger"
          onConfirm={(reason) => acts.void(documentId, reason)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Listing>
  );
});
SnapshotRow.displayName = 'SnapshotRow';
