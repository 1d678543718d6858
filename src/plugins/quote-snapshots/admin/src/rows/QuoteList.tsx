import { Box, Button, Flex } from '@strapi/design-system';
import { forwardRef, useEffect, useState, type ReactNode } from 'react';
import type { LiveAnswer } from '../api/answers';
import type { DocumentPlace } from '../api/state-loader';
import { useText } from '../text/use-text';
import type { QuoteRow } from './quote-rows';
import { QuoteRowItem, type TickerActs } from './QuoteRowItem';
import type { Rights } from './RowMenu';
import type { TextActs } from './text-acts';

/** How many rows are shown at first, because the page has other panels and the list itself does not scroll. */
const MOST_SHOWN = 8;

interface QuoteListProps extends Rights {
  rows: readonly QuoteRow[];
  answers: ReadonlyMap<string, LiveAnswer>;
  place: DocumentPlace | undefined;
  tickers?: TickerActs;
  adding?: string | undefined;
  inText?: TextActs;
  /** Further actions for a listing, below its note. */
  extraOf?: (row: QuoteRow) => ReactNode;
  /** The row to show and focus. It is a new object for each request. */
  wanted?: { row: string } | undefined;
}

/** The listings of a document. Those that need a decision come first. A long list is folded. */
export const QuoteList = forwardRef<HTMLUListElement, QuoteListProps>(
  ({ rows, answers, place, tickers, adding, inText, extraOf, wanted, mayRecapture, mayVoid }, ref) => {
    const text = useText();
    const [isOpen, setOpen] = useState(false);
    const [focused, setFocused] = useState<{ row: string }>();
    const isFolded = wanted !== undefined && rows.findIndex(({ key }) => key === wanted.row) >= MOST_SHOWN;
    useEffect(() => {
      if (!wanted) return;
      if (isFolded) setOpen(true);
      // A folded row exists after the next render.
      setFocused(wanted);
    }, [wanted, isFolded]);
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
              inText={inText}
              extra={extraOf?.(row)}
              wanted={focused?.row === row.key ? focused : undefined}
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
