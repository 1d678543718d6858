import { Button, Flex, Loader, Modal } from '@strapi/design-system';
import { useState } from 'react';
import { ReadFailure } from '../failures/ReadFailure';
import { useText } from '../text/use-text';
import { Comparison } from './Comparison';
import { PublicationChoice } from './PublicationChoice';
import { choicesOf, type ArticlePlace, type Publications } from './publications';
import { usePublicationQuery } from './publications-api';
import { ShowOlder } from './ShowOlder';
import type { ReadPublications } from './use-publications';

interface CompareDialogProps {
  place: ArticlePlace;
  read: ReadPublications;
  /** The publications in `read`; at least two. */
  publications: Publications;
  onClose(): void;
}

/** Compares two publications: at first the last two, then those that the user chooses. */
export const CompareDialog = ({ place, read, publications, onClose }: CompareDialogProps) => {
  const text = useText();
  const lines = choicesOf(publications);
  const [before, setBefore] = useState(lines[1]?.id ?? 0);
  const [after, setAfter] = useState(lines[0]?.id ?? 0);
  const earlier = usePublicationQuery({ ...place, id: before });
  const later = usePublicationQuery({ ...place, id: after });
  const isFailed = Boolean(earlier.error ?? later.error);
  const again = () => {
    for (const side of [earlier, later]) if (side.error) void side.refetch();
  };
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('checks.close')}>
          <Modal.Title>{text('compare')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex gap={4} alignItems="flex-end">
              <PublicationChoice
                label={text('compare.before')}
                lines={lines}
                value={before}
                onChange={setBefore}
              />
              <PublicationChoice
                label={text('compare.after')}
                lines={lines}
                value={after}
                onChange={setAfter}
              />
            </Flex>
            <Flex>
              <ShowOlder read={read} />
            </Flex>
            {isFailed && <ReadFailure message={text('corrections.failed')} onAgain={again} />}
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
