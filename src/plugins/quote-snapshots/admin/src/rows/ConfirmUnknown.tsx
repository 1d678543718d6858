import { Button, Dialog } from '@strapi/design-system';
import { useText } from '../text/use-text';

interface ConfirmUnknownProps {
  /** As people know it: `MSTF (NASDAQ)`. */
  listing: string;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before a listing is added that no provider knows: it may be a slip of typing. */
export const ConfirmUnknown = ({ listing, onConfirm, onClose }: ConfirmUnknownProps) => {
  const text = useText();
  return (
    <Dialog.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Dialog.Content>
        <Dialog.Header>{text('unknown.title', { listing })}</Dialog.Header>
        <Dialog.Body>{text('unknown.consequence')}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary">{text('cancel')}</Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button onClick={onConfirm}>{text('unknown.confirm')}</Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
