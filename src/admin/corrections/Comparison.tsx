import { Flex, Typography } from '@strapi/design-system';
import { diffWordsWithSpace, type Change } from 'diff';
import { useMemo } from 'react';
import { useText } from '../text/use-text';
import { PartSection } from './PartSection';
import type { ShownPublication } from './publications';
import { compareParts, type Part } from './shown-parts';
import { useFigureText } from './use-figure-text';
import { Words } from './Words';

/** Pages of text are compared in milliseconds. If the whole text was replaced, the comparison is stopped after this time. */
const LONGEST_MS = 500;

/** Compares two texts word by word. If they have too little in common, the whole text counts as replaced. */
const compareWords = (before: string, after: string): Change[] =>
  diffWordsWithSpace(before, after, { timeout: LONGEST_MS }) ?? [
    { value: before, removed: true, added: false, count: 1 },
    { value: after, removed: false, added: true, count: 1 },
  ];

const Side = ({ changes, side }: { changes: readonly Change[]; side: 'before' | 'after' }) => (
  <Words flex="1" dir="auto">
    {changes.map(({ value, added, removed }, index) => {
      if (side === 'before') return added ? null : removed ? <del key={index}>{value}</del> : value;
      return removed ? null : added ? <ins key={index}>{value}</ins> : value;
    })}
  </Words>
);

const ComparedPart = ({ part, before, after }: { part: Part; before: string; after: string }) => {
  const changes = useMemo(() => compareWords(before, after), [before, after]);
  return (
    <PartSection part={part}>
      <Flex gap={4} alignItems="flex-start">
        <Side changes={changes} side="before" />
        <Side changes={changes} side="after" />
      </Flex>
    </PartSection>
  );
};

/**
 * Two publications side by side, with the differing words marked. Equal parts are left out. Parts that the role may not read are
 * named, because they may differ.
 */
export const Comparison = ({ before, after }: { before: ShownPublication; after: ShownPublication }) => {
  const text = useText();
  const wordFigure = useFigureText();
  const parts = compareParts(before, after, wordFigure);
  const isSame = parts.every(({ texts }) => texts === null);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {isSame && (
        <Typography>{text(parts.length > 0 ? 'compare.sameOfReadable' : 'compare.same')}</Typography>
      )}
      {parts.map(({ part, texts }) =>
        texts ? <ComparedPart key={part} part={part} {...texts} /> : <PartSection key={part} part={part} />,
      )}
    </Flex>
  );
};
