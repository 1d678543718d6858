import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import { Plus, WarningCircle } from '@strapi/icons';
import { memo } from 'react';
import type { LiveAnswer, NamedInstrument } from '../api/answers';
import { useText } from '../text/use-text';
import { Listing } from '../listings/Listing';
import { ListingList } from '../listings/ListingList';
import { LiveQuote } from './LiveQuote';

interface RowProps {
  named: NamedInstrument;
  answer: LiveAnswer | undefined;
  failed: boolean;
  /** Whether the app has a content type for tickers. Without one, no ticker is reported as missing. */
  hasTickers: boolean;
  /** Undefined where the role may not add tickers. */
  onAdd: ((instrument: string) => void) | undefined;
  isAdding: boolean;
}

const Row = memo(({ named, answer, failed, hasTickers, onAdd, isAdding }: RowProps) => {
  const text = useText();
  const { instrument, symbol, exchange, mic, name, ticker, act } = named;
  return (
    <Listing
      symbol={symbol}
      exchange={exchange ?? mic}
      name={name ?? answer?.quote?.name}
      badge={
        <Badge size="S" variant={act === 'capture' ? 'primary' : 'neutral'}>
          {text(act === 'capture' ? 'act.capture' : 'act.keep')}
        </Badge>
      }
    >
      <LiveQuote answer={answer} failed={failed} />
      {hasTickers && ticker === null && (
        <Flex gap={2} wrap="wrap">
          <Flex gap={1}>
            <WarningCircle aria-hidden fill="warning600" />
            <Typography variant="pi" textColor="neutral800">
              {text('ticker.unknown')}
            </Typography>
          </Flex>
          {onAdd && (
            <Button
              variant="tertiary"
              size="S"
              startIcon={<Plus />}
              loading={isAdding}
              aria-label={text('ticker.addNamed', { instrument })}
              onClick={() => onAdd(instrument)}
            >
              {text('ticker.add')}
            </Button>
          )}
        </Flex>
      )}
    </Listing>
  );
});
Row.displayName = 'NamedInstrument';

interface NamedInstrumentsProps {
  instruments: NamedInstrument[];
  answers: ReadonlyMap<string, LiveAnswer>;
  failed: boolean;
  hasTickers: boolean;
  onAdd: ((instrument: string) => void) | undefined;
  adding: string | undefined;
}

/** The listings that the draft names, each with its live quote and with what publishing would do. */
export const NamedInstruments = ({
  instruments,
  answers,
  failed,
  hasTickers,
  onAdd,
  adding,
}: NamedInstrumentsProps) => {
  const text = useText();
  return (
    <ListingList title={text('draft.named')} count={instruments.length}>
      {instruments.map((named) => (
        <Row
          key={named.instrument}
          named={named}
          answer={answers.get(named.instrument)}
          failed={failed}
          hasTickers={hasTickers}
          onAdd={onAdd}
          isAdding={adding === named.instrument}
        />
      ))}
    </ListingList>
  );
};
