import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { ReadFailure } from '../failures/ReadFailure';
import { useText } from '../text/use-text';
import { useLanguageName } from '../publication-checks/use-language-name';
import { CompareDialog } from './CompareDialog';
import { PublicationChoice } from './PublicationChoice';
import { choicesOf, type ArticlePlace, type Publications } from './publications';
import { usePublicationQuery } from './publications-api';
import { ShowOlder } from './ShowOlder';
import { ShownText } from './ShownText';
import { usePublications } from './use-publications';

/** The statuses of an answer that does not exist or that the role may not read. */
const UNREADABLE: readonly unknown[] = [403, 404];

const isUnreadable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && UNREADABLE.includes(error.status);

/** The text that readers were shown from the chosen publication on. */
const ChosenText = ({ place, id }: { place: ArticlePlace; id: number }) => {
  const text = useText();
  const { currentData, error, refetch } = usePublicationQuery({ ...place, id });
  if (error) return <ReadFailure message={text('corrections.failed')} onAgain={() => void refetch()} />;
  if (!currentData) return <Loader small>{text('corrections.reading')}</Loader>;
  return <ShownText shown={currentData.data} />;
};

interface RecordedProps {
  place: ArticlePlace;
  publications: Publications;
}

const Recorded = ({ place, publications }: RecordedProps) => {
  const text = useText();
  const lines = choicesOf(publications);
  const [chosen, setChosen] = useState(lines[0]?.id);
  if (chosen === undefined) return <Typography>{text('corrections.none')}</Typography>;
  return (
    <>
      <PublicationChoice label={text('publications.one')} lines={lines} value={chosen} onChange={setChosen} />
      <ChosenText place={place} id={chosen} />
    </>
  );
};

/** What readers saw of an article, which may be deleted now: at first the last publication, then the one that the user chooses. */
export const RecordDialog = ({ place, onClose }: { place: ArticlePlace; onClose(): void }) => {
  const text = useText();
  const languageName = useLanguageName();
  const [isComparing, setComparing] = useState(false);
  const read = usePublications(place);
  const { publications, error } = read;
  if (isComparing && publications) {
    return <CompareDialog place={place} read={read} publications={publications} onClose={onClose} />;
  }
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('checks.close')}>
          <Modal.Title>
            {place.locale
              ? text('publications.seenIn', { language: languageName(place.locale) })
              : text('publications.seen')}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {Boolean(error) && isUnreadable(error) && (
              <Typography>{text('publications.unreadable')}</Typography>
            )}
            {Boolean(error) && !isUnreadable(error) && (
              <ReadFailure message={text('corrections.failed')} onAgain={read.again} />
            )}
            {!error && !publications && <Loader small>{text('corrections.reading')}</Loader>}
            {!error && publications && <Recorded place={place} publications={publications} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Flex gap={2} wrap="wrap">
            <ShowOlder read={read} />
            {publications && choicesOf(publications).length > 1 && (
              <Button variant="secondary" onClick={() => setComparing(true)}>
                {text('compare')}
              </Button>
            )}
          </Flex>
          <Button variant="tertiary" onClick={onClose}>
            {text('checks.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
