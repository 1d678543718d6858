import { Button, Dialog } from '@strapi/design-system';
import { useText } from '../text/use-text';

interface ConfirmUnknownProps {
  /** The listing for people: `MSTF (NASDAQ)`. */
  listing: string;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before adding a listing that no provider knows, because it may be a typing error. */
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
