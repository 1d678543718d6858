import { Flex, TextButton, Typography } from '@strapi/design-system';
import { mentionOf, type NamedListing } from '../quotes/quotes-outlook';
import { useText } from '../text/use-text';
import { TitledList } from './TitledList';

interface UnquotedListProps {
  unquoted: readonly NamedListing[];
  onShow(row: string): void;
}

/** The listings without a quote. Each leads to its row in the panel of quotes. */
export const UnquotedList = ({ unquoted, onShow }: UnquotedListProps) => {
  const text = useText();
  if (unquoted.length === 0) return null;
  return (
    <TitledList title={text('unquoted')}>
      {unquoted.map((listing) => (
        <Flex key={listing.row} tag="li" direction="column" alignItems="flex-start" gap={1}>
          <TextButton onClick={() => onShow(listing.row)}>{mentionOf(listing)}</TextButton>
          <Typography variant="pi" textColor="neutral800">
            {text('unquoted.consequence')}
          </Typography>
        </Flex>
      ))}
    </TitledList>
  );
};
