import { Box, Flex, Typography } from '@strapi/design-system';
import { diffWordsWithSpace, type Change } from 'diff';
import { useMemo } from 'react';
import styled from 'styled-components';
import { useText } from '../text/use-text';
import type { ShownPublication } from './publications';
import { PARTS, textsOf, type Part } from './shown-parts';
import { useFigureText } from './use-figure-text';

/** Pages of text are compared in milliseconds; where a text was replaced as a whole, no more than this is tried. */
const LONGEST_MS = 500;

/** The words of two texts; as a whole where they have too little in common. */
const compareWords = (before: string, after: string): Change[] =>
  diffWordsWithSpace(before, after, { timeout: LONGEST_MS }) ?? [
    { value: before, removed: true, added: false, count: 1 },
    { value: after, removed: false, added: true, count: 1 },
  ];

const Words = styled(Box)`
  overflow-wrap: anywhere;
  white-space: pre-wrap;
  font-size: 1.4rem;
  line-height: 1.5;
  color: ${({ theme }) => theme.colors.neutral800};

  del {
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.danger700};
  }
  ins {
    background: ${({ theme }) => theme.colors.success100};
    color: ${({ theme }) => theme.colors.success700};
  }
`;

const Side = ({ changes, side }: { changes: readonly Change[]; side: 'before' | 'after' }) => (
  <Words flex="1" dir="auto">
    {changes.map(({ value, added, removed }, index) => {
      if (side === 'before') return added ? null : removed ? <del key={index}>{value}</del> : value;
      return removed ? null : added ? <ins key={index}>{value}</ins> : value;
    })}
  </Words>
);

const ComparedPart = ({ part, before, after }: { part: Part; before: string; after: string }) => {
  const text = useText();
  const changes = useMemo(() => compareWords(before, after), [before, after]);
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={1} aria-label={text(`compare.${part}`)}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {text(`compare.${part}`)}
      </Typography>
      <Flex gap={4} alignItems="flex-start">
        <Side changes={changes} side="before" />
        <Side changes={changes} side="after" />
      </Flex>
    </Flex>
  );
};

/** Two publications side by side, with the words that one of them has alone; parts that are the same are left out. */
export const Comparison = ({ before, after }: { before: ShownPublication; after: ShownPublication }) => {
  const text = useText();
  const wordFigure = useFigureText();
  const [earlier, later] = [textsOf(before, wordFigure), textsOf(after, wordFigure)];
  const changed = PARTS.filter((part) => earlier[part] !== later[part]);
  if (changed.length === 0) return <Typography>{text('compare.same')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {changed.map((part) => (
        <ComparedPart key={part} part={part} before={earlier[part]} after={later[part]} />
      ))}
    </Flex>
  );
};
