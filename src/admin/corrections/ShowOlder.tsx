import { Button } from '@strapi/design-system';
import { useText } from '../text/use-text';
import type { ReadPublications } from './use-publications';

/** A button that loads older publications, if there are more. */
export const ShowOlder = ({ read }: { read: ReadPublications }) => {
  const text = useText();
  if (!read.publications?.more) return null;
  return (
    <Button variant="tertiary" size="S" loading={read.isReading} onClick={read.showOlder}>
      {text('publications.older')}
    </Button>
  );
};
