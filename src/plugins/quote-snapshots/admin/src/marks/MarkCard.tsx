import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import type { LiveAnswer } from '../api/answers';
import { RowMovement, RowPrice } from '../rows/RowFigures';
import { RowNote } from '../rows/RowNote';
import type { QuoteRow } from '../rows/quote-rows';
import { useText } from '../text/use-text';
import { OWN } from './mirror';
import { placeCard } from './place-card';
import type { Mark } from './read-marks';
import { usePointedMark } from './use-pointed-mark';

interface MarkCardProps {
  marks: RefObject<readonly Mark[]>;
  rows: readonly QuoteRow[];
  answers: ReadonlyMap<string, LiveAnswer>;
  /** The buttons for the listing: choices, or other listings. */
  actsOf(row: QuoteRow): ReactNode;
  onShowRow(row: string): void;
}

/** A card about the mention under the pointer or the caret. Alt and the down arrow move the focus into it, Escape closes it. */
export const MarkCard = ({ marks, rows, answers, actsOf, onShowRow }: MarkCardProps) => {
  const text = useText();
  const { mark, close } = usePointedMark(marks);
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number }>();
  const row = mark && rows.find(({ key }) => key === mark.row);
  const dialog = mark?.field.element.closest<HTMLElement>('[role="dialog"]') ?? null;

  useLayoutEffect(() => {
    if (!mark || !row) return undefined;
    const put = () => {
      const [mention] = mark.range?.getClientRects() ?? [];
      if (!mention || !card.current) return setPlace(undefined);
      const { offsetWidth: width, offsetHeight: height } = card.current;
      const { left, top } = placeCard(mention, { width, height }, { width: innerWidth, height: innerHeight });
      // A dialog is positioned with a transform, so a fixed element in it is positioned relative to the dialog's corner.
      const corner = dialog?.getBoundingClientRect();
      return setPlace({ left: left - (corner?.left ?? 0), top: top - (corner?.top ?? 0) });
    };
    put();
    addEventListener('scroll', put, true);
    addEventListener('resize', put);
    return () => {
      removeEventListener('scroll', put, true);
      removeEventListener('resize', put);
    };
  }, [mark, row, dialog]);

  useEffect(() => {
    if (!mark) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const isInside = card.current?.contains(document.activeElement) === true;
      if (event.key === 'ArrowDown' && event.altKey && !isInside)
        card.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
      else if (event.key === 'Escape') {
        if (isInside) mark.field.element.focus({ preventScroll: true });
        close();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [mark, close]);

  if (!mark || !row) return null;
  const listing = row.exchange ? `${row.exchange}: ${row.symbol}` : `$${row.symbol}`;
  const answer = row.instrument === null ? undefined : answers.get(row.instrument);
  return createPortal(
    <Box
      ref={card}
      {...{ [OWN]: 'card' }}
      role="group"
      aria-label={text('mark.card', { listing })}
      background="neutral0"
      hasRadius
      shadow="popupShadow"
      borderColor="neutral200"
      padding={3}
      style={{
        position: 'fixed',
        left: place?.left ?? 0,
        top: place?.top ?? 0,
        visibility: place ? 'visible' : 'hidden',
        width: 'max-content',
        maxWidth: 'min(32rem, calc(100vw - 1.6rem))',
        zIndex: 500,
        pointerEvents: 'auto',
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={3} alignItems="baseline" justifyContent="space-between">
          <Typography fontWeight="bold" textColor="neutral800">
            {row.name ?? listing}
          </Typography>
          <RowPrice row={row} answer={answer} />
        </Flex>
        {row.name && (
          <Typography variant="pi" textColor="neutral600">
            {listing}
          </Typography>
        )}
        <RowMovement row={row} answer={answer} />
        <RowNote row={row} answer={answer} hasChoices={row.ambiguous !== null} />
        {actsOf(row)}
        {!dialog && (
          <Button
            variant="ghost"
            size="S"
            onClick={() => {
              close();
              onShowRow(row.key);
            }}
          >
            {text('mark.showRow')}
          </Button>
        )}
      </Flex>
    </Box>,
    dialog ?? document.body,
  );
};
