import { Button } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useState } from 'react';
import type { DocumentPlace } from '../api/state-loader';
import { useText } from '../text/use-text';
import { HistoryDialog } from './HistoryDialog';

/** Opens the earlier captures of a document, those of listings that it no longer names included. */
export const HistoryButton = ({ place, count }: { place: DocumentPlace; count: number }) => {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <>
      <Button variant="tertiary" size="S" startIcon={<ClockCounterClockwise />} onClick={() => setOpen(true)}>
        {text('history.open', { count })}
      </Button>
      {isOpen && <HistoryDialog place={place} onClose={() => setOpen(false)} />}
    </>
  );
};
