import {
  Button,
  Field,
  Flex,
  Loader,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../text/use-text';
import { Comparison } from './Comparison';
import type { ArticlePlace, PublicationLine } from './publications';
import { usePublicationQuery } from './publications-api';

interface CompareDialogProps {
  place: ArticlePlace;
  /** Two at least, newest first. */
  lines: readonly PublicationLine[];
  onClose(): void;
}

/** What changed between two publications: the last two, until others are chosen. */
export const CompareDialog = ({ place, lines, onClose }: CompareDialogProps) => {
  const text = useText();
  const { formatDate } = useIntl();
  const [before, setBefore] = useState(lines[1]?.id ?? 0);
  const [after, setAfter] = useState(lines[0]?.id ?? 0);
  const earlier = usePublicationQuery({ ...place, id: before });
  const later = usePublicationQuery({ ...place, id: after });

  const choice = (label: string, value: number, onChange: (id: number) => void) => (
    <Field.Root flex="1">
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={String(value)} onChange={(chosen) => onChange(Number(chosen))}>
        {lines.map(({ id, at, change }) => (
          <SingleSelectOption key={id} value={String(id)}>
            {`${formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' })} · ${text(`publication.${change}`)}`}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
  const isFailed = Boolean(earlier.error ?? later.error);
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('checks.close')}>
          <Modal.Title>{text('compare')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex gap={4} alignItems="flex-end">
              {choice(text('compare.before'), before, setBefore)}
              {choice(text('compare.after'), after, setAfter)}
            </Flex>
            {isFailed && <Typography textColor="danger600">{text('corrections.failed')}</Typography>}
            {!isFailed && !(earlier.data && later.data) && (
              <Loader small>{text('corrections.reading')}</Loader>
            )}
            {earlier.data && later.data && <Comparison before={earlier.data.data} after={later.data.data} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('checks.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
