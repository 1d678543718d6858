import { Menu, VisuallyHidden } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CurrentSnapshot } from '../api/answers';
import type { DocumentPlace } from '../api/state-loader';
import { HistoryDialog } from '../record/HistoryDialog';
import { ReasonDialog } from '../record/ReasonDialog';
import { useRecordActs } from '../record/use-record-acts';
import { useText } from '../text/use-text';

export interface Rights {
  mayRecapture: boolean;
  mayVoid: boolean;
}

interface RowMenuProps extends Rights {
  snapshot: CurrentSnapshot;
  /** The listing for people: `MSFT (NASDAQ)`. */
  listing: string;
  place: DocumentPlace;
}

/** The actions for a snapshot, in a menu. */
export const RowMenu = ({ snapshot, listing, place, mayRecapture, mayVoid }: RowMenuProps) => {
  const text = useText();
  const { locale } = useIntl();
  const acts = useRecordActs(locale);
  const [dialog, setDialog] = useState<'recapture' | 'void' | 'history' | undefined>();
  const { documentId, state, instrument, replacement } = snapshot;
  // A mention that may mean several listings cannot be captured: an editor must first choose one.
  if (instrument === null) return null;
  const isWaiting = state === 'pending' || replacement?.state === 'pending';
  const canTry = isWaiting || state === 'unavailable';
  const canRecapture = mayRecapture && !canTry;
  const canVoid = mayVoid && state === 'captured';
  const close = () => setDialog(undefined);
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          variant="ghost"
          size="S"
          endIcon={null}
          paddingLeft={1}
          paddingRight={1}
          disabled={acts.isTrying}
        >
          <More aria-hidden focusable={false} />
          <VisuallyHidden>{text('menu', { listing })}</VisuallyHidden>
        </Menu.Trigger>
        <Menu.Content popoverPlacement="bottom-end">
          {canTry && (
            <Menu.Item onSelect={() => void acts.tryAgain(documentId, listing)}>{text('tryAgain')}</Menu.Item>
          )}
          {canRecapture && <Menu.Item onSelect={() => setDialog('recapture')}>{text('recapture')}</Menu.Item>}
          <Menu.Item onSelect={() => setDialog('history')}>{text('history.menu')}</Menu.Item>
          {canVoid && (
            <Menu.Item variant="danger" onSelect={() => setDialog('void')}>
              {text('void')}
            </Menu.Item>
          )}
        </Menu.Content>
      </Menu.Root>
      {dialog === 'recapture' && (
        <ReasonDialog
          title={text('recapture.named', { instrument: listing })}
          consequence="recapture.consequence"
          hint="reason.forDesk"
          confirm="recapture"
          variant="default"
          onConfirm={(reason) => acts.recapture(documentId, reason)}
          onClose={close}
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
          onClose={close}
        />
      )}
      {dialog === 'history' && <HistoryDialog place={place} only={{ instrument, listing }} onClose={close} />}
    </>
  );
};
