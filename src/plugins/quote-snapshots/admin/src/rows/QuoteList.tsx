import { Box, Button, Flex } from '@strapi/design-system';
import { forwardRef, useState } from 'react';
import type { LiveAnswer } from '../api/answers';
import type { DocumentPlace } from '../api/state-loader';
import { useText } from '../text/use-text';
import type { QuoteRow } from './quote-rows';
import { QuoteRowItem, type TickerActs } from './QuoteRowItem';
import type { Rights } from './RowMenu';

/** How many rows are shown at first: the page has other panels, and nothing scrolls inside of it. */
const MOST_SHOWN = 8;

interface QuoteListProps extends Rights {
  rows: readonly QuoteRow[];
  answers: ReadonlyMap<string, LiveAnswer>;
  place: DocumentPlace | undefined;
  tickers?: TickerActs;
  adding?: string | undefined;
}

/** The listings of a document, what needs somebody first. A long list is folded. */
export const QuoteList = forwardRef<HTMLUListElement, QuoteListProps>(
  ({ rows, answers, place, tickers, adding, mayRecapture, mayVoid }, ref) => {
    const text = useText();
    const [isOpen, setOpen] = useState(false);
    if (rows.length === 0) return null;
    const shown = isOpen ? rows : rows.slice(0, MOST_SHOWN);
    return (
      <Flex direction="column" alignItems="stretch" gap={2} width="100%">
        <Box tag="ul" ref={ref} aria-label={text('list')} width="100%">
          {shown.map((row) => (
            <QuoteRowItem
              key={row.key}
              row={row}
              answers={answers}
              place={place}
              tickers={tickers}
              adding={adding}
              mayRecapture={mayRecapture}
              mayVoid={mayVoid}
            />
          ))}
        </Box>
        {rows.length > MOST_SHOWN && (
          <Button variant="tertiary" size="S" aria-expanded={isOpen} onClick={() => setOpen((open) => !open)}>
            {isOpen ? text('list.fewer') : text('list.all', { count: rows.length })}
          </Button>
        )}
      </Flex>
    );
  },
);
QuoteList.displayName = 'QuoteList';
