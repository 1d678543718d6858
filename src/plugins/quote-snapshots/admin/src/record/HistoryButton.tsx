import { Button } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useState } from 'react';
import type { DocumentPlace } from '../api/state-loader';
import { RecordLink } from '../links/RecordLink';
import { useText } from '../text/use-text';
import { HistoryDialog } from './HistoryDialog';

/** Opens the earlier captures of a document, also of listings that it no longer names, and links to its record. */
export const HistoryButton = ({ place, count }: { place: DocumentPlace; count: number }) => {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {count > 0 && (
        <Button
          variant="tertiary"
          size="S"
          startIcon={<ClockCounterClockwise />}
          onClick={() => setOpen(true)}
        >
          {text('history.open', { count })}
        </Button>
      )}
      <RecordLink label="record.ofDocument" filter={{ document: place.documentId }} />
      {isOpen && <HistoryDialog place={place} onClose={() => setOpen(false)} />}
    </>
  );
};
