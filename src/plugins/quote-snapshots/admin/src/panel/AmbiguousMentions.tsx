import { Button, Flex, Typography } from '@strapi/design-system';
import type { AmbiguousMention, ListingChoice } from '../api/answers';
import { useText } from '../text/use-text';
import { Listing } from '../listings/Listing';
import { ListingList } from '../listings/ListingList';

interface AmbiguousMentionsProps {
  mentions: AmbiguousMention[];
  /** Whether this choice can be made: the listing has a ticker, or the role may add one. */
  canChoose(choice: ListingChoice): boolean;
  onChoose(choice: ListingChoice): void;
  /** The instrument whose ticker is being added. */
  adding: string | undefined;
}

/** Mentions that may be several listings. One click chooses one and links its ticker to the article. */
export const AmbiguousMentions = ({ mentions, canChoose, onChoose, adding }: AmbiguousMentionsProps) => {
  const text = useText();
  return (
    <ListingList title={text('draft.ambiguous')} count={mentions.length}>
      {mentions.map(({ symbol, exchange, reason, choices }) => {
        const possible = choices.filter(canChoose);
        return (
          <Listing key={`${exchange ?? '$'}:${symbol}`} symbol={symbol} exchange={exchange} name={null}>
            <Typography variant="pi" textColor="neutral800">
              {reason}
            </Typography>
            {possible.length > 0 && (
              <Flex
                gap={2}
                wrap="wrap"
                role="group"
                aria-label={text('choice.which', {
                  mention: exchange ? `${exchange}: ${symbol}` : `$${symbol}`,
                })}
              >
                {possible.map((choice) => (
                  <Button
                    key={choice.instrument}
                    variant="tertiary"
                    size="S"
                    loading={adding === choice.instrument}
                    onClick={() => onChoose(choice)}
                  >
                    {`${choice.exchange}: ${choice.symbol}`}
                  </Button>
                ))}
              </Flex>
            )}
          </Listing>
        );
      })}
    </ListingList>
  );
};
