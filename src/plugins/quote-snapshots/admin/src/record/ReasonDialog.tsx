import { Button, Field, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { useText, type TextKey } from '../text/use-text';

interface ReasonDialogProps {
  title: string;
  /** What the action will do. */
  consequence: TextKey;
  /** Who will see the reason. */
  hint: TextKey;
  confirm: TextKey;
  variant: 'danger' | 'default';
  onConfirm(reason: string): Promise<boolean>;
  onClose(): void;
}

/** The longest reason that the server accepts. */
const LONGEST = 1_000;

/** Asks for a reason before a snapshot is captured again or voided. Closes once that is done. */
export const ReasonDialog = ({
  title,
  consequence,
  hint,
  confirm,
  variant,
  onConfirm,
  onClose,
}: ReasonDialogProps) => {
  const text = useText();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // The panel is inside the edit view's own form, which this event must not submit.
    event.stopPropagation();
    if (reason.trim() === '') return setMissing(true);
    setBusy(true);
    const done = await onConfirm(reason.trim());
    setBusy(false);
    if (done) onClose();
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Modal.Header closeLabel={text('close')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Typography tag="p" paddingBottom={4}>
              {text(consequence)}
            </Typography>
            <Field.Root
              name="reason"
              required
              error={isMissing ? text('reason.missing') : undefined}
              hint={text(hint)}
            >
              <Field.Label>{text('reason')}</Field.Label>
              <Textarea
                value={reason}
                maxLength={LONGEST}
                onChange={(event) => {
                  setReason(event.target.value);
                  setMissing(false);
                }}
              />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {text('cancel')}
            </Button>
            <Button type="submit" variant={variant} loading={isBusy}>
              {text(confirm)}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
