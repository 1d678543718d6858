import { useNotification } from '@strapi/strapi/admin';
import { Button, Field, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { refusedWords } from '../refusals/refused-words';
import { useText } from '../text/use-text';
import type { ArticlePlace } from './publications';
import { useRetractMutation } from './publications-api';

/** The longest notice that the server accepts. */
const LONGEST = 2_000;

/** Asks for the notice before an article is retracted, and says that a retraction is final. */
export const RetractDialog = ({ place, onClose }: { place: ArticlePlace; onClose(): void }) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const [retract, { isLoading }] = useRetractMutation();
  const [notice, setNotice] = useState('');
  const [isMissing, setMissing] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // The panel is inside the edit view's own form, which this event must not submit.
    event.stopPropagation();
    if (notice.trim() === '') return setMissing(true);
    const outcome = await retract({ ...place, notice: notice.trim() });
    if ('error' in outcome) {
      const message = refusedWords(outcome.error) ?? text('failed');
      return toggleNotification({ type: 'danger', message });
    }
    toggleNotification({ type: 'success', message: text('retract.done') });
    onClose();
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Modal.Header closeLabel={text('checks.close')}>
            <Modal.Title>{text('retract.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Typography tag="p" paddingBottom={4}>
              {text('retract.consequence')}
            </Typography>
            <Field.Root
              name="notice"
              required
              error={isMissing ? text('retract.noticeMissing') : undefined}
              hint={text('retract.noticeHint')}
            >
              <Field.Label>{text('retract.notice')}</Field.Label>
              <Textarea
                value={notice}
                maxLength={LONGEST}
                onChange={(event) => {
                  setNotice(event.target.value);
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
            <Button type="submit" variant="danger" loading={isLoading}>
              {text('retract.confirm')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
