import { Button, Flex } from '@strapi/design-system';
import type { AmbiguousMention, ListingChoice, LiveAnswer } from '../api/answers';
import { useText } from '../text/use-text';

interface ChoicesProps {
  mention: AmbiguousMention;
  answers: ReadonlyMap<string, LiveAnswer>;
  /** Whether this choice can be made: the listing has a ticker, or the role may add one. */
  canChoose(choice: ListingChoice): boolean;
  onChoose(mention: AmbiguousMention, choice: ListingChoice): void;
  /** The instrument whose ticker is being added. */
  adding: string | undefined;
}

/** The listings that a mention may mean, as buttons. Listings that the provider does not know cannot be chosen. */
export const Choices = ({ mention, answers, canChoose, onChoose, adding }: ChoicesProps) => {
  const text = useText();
  const { symbol, exchange, choices } = mention;
  const possible = choices.filter(canChoose);
  if (possible.length === 0) return null;
  return (
    <Flex
      gap={2}
      wrap="wrap"
      role="group"
      aria-label={text('choice.which', { mention: exchange ? `${exchange}: ${symbol}` : `$${symbol}` })}
    >
      {possible.map((choice) => {
        const answer = answers.get(choice.instrument);
        const isUnknown = choice.ticker === null && answer?.failure?.code === 'unknown-instrument';
        const name = choice.name ?? answer?.quote?.name ?? symbol;
        return (
          <Button
            key={choice.instrument}
            variant="tertiary"
            size="S"
            // A name may be longer than a line of the panel.
            style={{ height: 'auto', minHeight: '3.2rem' }}
            disabled={isUnknown}
            loading={adding === choice.instrument}
            onClick={() => onChoose(mention, choice)}
          >
            {isUnknown ? text('choice.none', { exchange: choice.exchange }) : `${choice.exchange} · ${name}`}
          </Button>
        );
      })}
    </Flex>
  );
};
