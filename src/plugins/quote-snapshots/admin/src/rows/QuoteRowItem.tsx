import { Flex, Typography } from '@strapi/design-system';
import { memo, useEffect, useRef, type ReactNode } from 'react';
import type { AmbiguousMention, ListingChoice, LiveAnswer } from '../api/answers';
import type { DocumentPlace } from '../api/state-loader';
import { openDrawerAround } from '../strapi/open-drawer';
import { AddTickerButton } from './AddTickerButton';
import { Choices } from './Choices';
import { RowMovement, RowPrice } from './RowFigures';
import { RowMenu, type Rights } from './RowMenu';
import { RowNote } from './RowNote';
import { StateDot } from './StateDot';
import { SymbolOfRow } from './SymbolOfRow';
import type { QuoteRow } from './quote-rows';
import type { TextActs } from './text-acts';

/** The actions of a row for the newsroom's tickers. */
export interface TickerActs {
  /** Whether the app has a content type for tickers. Without one, no ticker is reported as missing. */
  hasTickers: boolean;
  /** Undefined if the role may not add tickers. */
  onAdd: ((instrument: string, listing: string, companyName: string | null) => void) | undefined;
  canChoose(choice: ListingChoice): boolean;
  onChoose(mention: AmbiguousMention, choice: ListingChoice): void;
}

interface QuoteRowItemProps extends Rights {
  row: QuoteRow;
  answers: ReadonlyMap<string, LiveAnswer>;
  place: DocumentPlace | undefined;
  tickers: TickerActs | undefined;
  /** The instrument whose ticker is being added. */
  adding: string | undefined;
  inText: TextActs | undefined;
  /** Set if the row was requested. It is then scrolled to and focused. */
  wanted: object | undefined;
  /** Further actions for the listing. */
  extra: ReactNode;
}

/** One listing: its name, state, figure and actions. */
export const QuoteRowItem = memo(
  ({
    row,
    answers,
    place,
    tickers,
    adding,
    inText,
    wanted,
    extra,
    mayRecapture,
    mayVoid,
  }: QuoteRowItemProps) => {
    const { symbol, exchange, instrument, name, named, snapshot, ambiguous } = row;
    const item = useRef<HTMLLIElement>(null);
    const answer = instrument === null ? undefined : answers.get(instrument);
    const listing = exchange ? `${symbol} (${exchange})` : `$${symbol}`;
    const hasChoices = tickers !== undefined && ambiguous?.choices.some(tickers.canChoose) === true;
    const isUnknown = tickers?.hasTickers === true && named !== null && named.ticker === null;

    // The button disappears once the ticker is added. Without this, the focus would be lost.
    const wasAdded = useRef(false);
    useEffect(() => {
      if (instrument !== null && adding === instrument) wasAdded.current = true;
      if (!wasAdded.current || isUnknown) return;
      wasAdded.current = false;
      if (document.activeElement === null || document.activeElement === document.body) item.current?.focus();
    }, [isUnknown, adding, instrument]);

    useEffect(() => {
      if (!wanted || !item.current) return;
      openDrawerAround(item.current);
      item.current.scrollIntoView({ block: 'nearest' });
      item.current.focus({ preventScroll: true });
    }, [wanted]);

    return (
      <Flex
        ref={item}
        tag="li"
        tabIndex={-1}
        direction="column"
        alignItems="stretch"
        gap={1}
        paddingTop={2}
        paddingBottom={2}
        borderColor="neutral150"
        borderStyle="solid"
        borderWidth="1px 0 0 0"
      >
        <Flex gap={2} alignItems="center" minHeight="3.2rem">
          <StateDot state={row.state} />
          <Flex gap={1} alignItems="baseline" wrap="wrap" flex="1 1 auto" minWidth={0}>
            <SymbolOfRow row={row} listing={listing} inText={inText} />
            <Typography variant="pi" textColor="neutral600">
              {exchange}
            </Typography>
          </Flex>
          <RowPrice row={row} answer={answer} />
          {snapshot && place && (
            <RowMenu
              snapshot={snapshot}
              listing={listing}
              place={place}
              mayRecapture={mayRecapture}
              mayVoid={mayVoid}
            />
          )}
        </Flex>
        {name && (
          <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
        )}
        <RowMovement row={row} answer={answer} />
        <RowNote row={row} answer={answer} hasChoices={hasChoices} />
        {ambiguous && tickers && (
          <Choices
            mention={ambiguous}
            answers={answers}
            canChoose={tickers.canChoose}
            onChoose={tickers.onChoose}
            adding={adding}
          />
        )}
        {extra}
        {isUnknown && instrument !== null && (
          <AddTickerButton
            listing={listing}
            onAdd={tickers.onAdd && (() => tickers.onAdd?.(instrument, listing, named.companyName))}
            isAdding={adding === instrument}
            isUnquoted={row.state === 'unquoted'}
          />
        )}
      </Flex>
    );
  },
);
QuoteRowItem.displayName = 'QuoteRowItem';
