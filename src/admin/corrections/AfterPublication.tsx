import { useRBAC } from '@strapi/strapi/admin';
import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { ReadFailure } from '../failures/ReadFailure';
import type { FormModel } from '../publication-checks/form-question';
import { useText } from '../text/use-text';
import { ChangeQuestion } from './ChangeQuestion';
import { CompareDialog } from './CompareDialog';
import { PublicationList } from './PublicationList';
import { RetractDialog } from './RetractDialog';
import { ShowOlder } from './ShowOlder';
import { usePublications } from './use-publications';

/** The permission that the retract button needs. */
const RIGHTS = [{ action: 'api::articles.retract', subject: null }];

interface AfterPublicationProps {
  documentId: string;
  locale: string | undefined;
  contentType: FormModel;
  /** False if the published version is shown. */
  isDraft: boolean;
}

/** The content of the panel for an article that readers have seen: declaring a change, its publications, and retracting it. */
export const AfterPublication = ({ documentId, locale, contentType, isDraft }: AfterPublicationProps) => {
  const text = useText();
  const { allowedActions } = useRBAC(RIGHTS);
  const [dialog, setDialog] = useState<'compare' | 'retract' | undefined>();
  const place = { documentId, locale };
  const read = usePublications(place);
  const { publications, error } = read;
  if (error) return <ReadFailure message={text('corrections.failed')} onAgain={read.again} />;
  if (!publications) return <Loader small>{text('corrections.reading')}</Loader>;
  const { lines } = publications;
  if (lines.length === 0) return <Typography variant="pi">{text('corrections.none')}</Typography>;
  const isRetracted = Boolean(lines[0]?.retractedAt);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {isRetracted && (
        <Typography textColor="danger600" fontWeight="bold">
          {text('retract.final')}
        </Typography>
      )}
      {isDraft && !isRetracted && (
        <ChangeQuestion documentId={documentId} locale={locale} contentType={contentType} />
      )}
      <PublicationList lines={lines} />
      <Flex gap={2} wrap="wrap">
        <ShowOlder read={read} />
        <Button variant="tertiary" disabled={lines.length < 2} onClick={() => setDialog('compare')}>
          {text('compare')}
        </Button>
        {!isRetracted && allowedActions.canRetract && (
          <Button variant="danger-light" onClick={() => setDialog('retract')}>
            {text('retract')}
          </Button>
        )}
      </Flex>
      {dialog === 'compare' && (
        <CompareDialog
          place={place}
          read={read}
          publications={publications}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'retract' && <RetractDialog place={place} onClose={() => setDialog(undefined)} />}
    </Flex>
  );
};
