import { Flex } from '@strapi/design-system';
import { useMemo } from 'react';
import type { LiveAnswer } from '../api/answers';
import type { DocumentPlace } from '../api/state-loader';
import { HistoryButton } from '../record/HistoryButton';
import { useSnapshots } from '../record/use-snapshots';
import { countRows, quoteRows } from '../rows/quote-rows';
import { QuoteList } from '../rows/QuoteList';
import type { Rights } from '../rows/RowMenu';
import { Summary } from '../rows/Summary';
import { Unread } from '../text/Unread';
import { Credits } from './Credits';

/** A published version shows its own figures and no live quotes. */
const NO_ANSWERS: ReadonlyMap<string, LiveAnswer> = new Map();

/** The published version with its snapshots. */
export const PublishedContent = ({ place, rights }: { place: DocumentPlace; rights: Rights }) => {
  const { snapshots, earlier, failed, again } = useSnapshots(place);
  const rows = useMemo(() => quoteRows(undefined, snapshots, NO_ANSWERS), [snapshots]);
  if (failed) return <Unread what="published.failed" onAgain={again} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Summary counts={countRows(rows)} isEmpty={false} />
      <QuoteList rows={rows} answers={NO_ANSWERS} place={place} {...rights} />
      <Credits snapshots={snapshots} answers={NO_ANSWERS} />
      <HistoryButton place={place} count={earlier} />
    </Flex>
  );
};
