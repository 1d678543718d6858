import { Alert, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useCallback, useMemo, useRef, useState } from 'react';
import { AddAllTickers, missingTickers } from '../adding/AddAllTickers';
import { AddedNotice } from '../adding/AddedNotice';
import type { DraftPreview } from '../api/answers';
import type { DocumentPlace } from '../api/state-loader';
import { MarkCard } from '../marks/MarkCard';
import { MarkStyles } from '../marks/MarkStyles';
import { useMarks } from '../marks/use-marks';
import { DidYouMean } from '../near-misses/DidYouMean';
import { useNearMisses } from '../near-misses/use-near-misses';
import { useToldOutlook } from '../outlook/use-told-outlook';
import { HistoryButton } from '../record/HistoryButton';
import { useSnapshots } from '../record/use-snapshots';
import { Choices } from '../rows/Choices';
import { countRows, quoteRows, type QuoteRow } from '../rows/quote-rows';
import { QuoteList } from '../rows/QuoteList';
import type { Rights } from '../rows/RowMenu';
import { Summary } from '../rows/Summary';
import { Suggestions } from '../suggestions/Suggestions';
import { Unread } from '../text/Unread';
import { useText } from '../text/use-text';
import { Credits } from './Credits';
import { OutageBanner } from './OutageBanner';
import { PublishedNotice } from './PublishedNotice';
import { useDraftPreview, type DraftPlace } from './use-draft-preview';
import { useLiveQuotes } from './use-live-quotes';
import { useOutage } from './use-outage';
import { usePublicationNotice } from './use-publication-notice';
import { useTickerActs } from './use-ticker-acts';

/** The listings whose live quotes are shown: those that the draft names, and those that an ambiguous mention may mean. */
const askedFor = ({ instruments, ambiguous }: DraftPreview['data']): string[] => [
  ...instruments.map(({ instrument }) => instrument),
  ...ambiguous.flatMap(({ choices }) => choices.map(({ instrument }) => instrument)),
];

interface DraftContentProps {
  draft: DraftPlace;
  /** The saved document; undefined if there is none in this locale. */
  place: DocumentPlace | undefined;
  publishedAt: string | null | undefined;
  rights: Rights;
}

/** The panel for the draft in the form: its listings, their snapshots in the record, and what publishing would change. */
export const DraftContent = ({ draft, place, publishedAt, rights }: DraftContentProps) => {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  const { preview, isBehind, error, again } = useDraftPreview(draft);
  const { snapshots, earlier, isReading, failed, again: readAgain } = useSnapshots(place);
  const live = useLiveQuotes(preview ? askedFor(preview.data) : []);
  const { answers } = live;
  const rows = useMemo(
    () => (preview ? quoteRows(preview.data, snapshots, answers) : []),
    [preview, snapshots, answers],
  );
  const counts = useMemo(() => countRows(rows), [rows]);
  const notice = usePublicationNotice(place?.documentId, publishedAt);
  const { marks, acts: inText } = useMarks(draft.contentType.attributes, rows, isBehind);
  const [wanted, setWanted] = useState<{ row: string }>();

  const { tickers, adding, added, mayAddTickers } = useTickerActs(
    `${draft.documentId ?? ''} ${draft.locale ?? ''}`,
    preview,
    isBehind,
    again,
  );
  const misses = useNearMisses(
    rows.flatMap((row) => (row.state === 'unquoted' ? (row.instrument ?? []) : [])),
  );
  const didYouMean = useCallback(
    (row: QuoteRow) => {
      const found = row.instrument === null ? undefined : misses.get(row.instrument);
      return found && row.state === 'unquoted' ? (
        <DidYouMean row={row} misses={found} inText={inText} />
      ) : null;
    },
    [misses, inText],
  );
  const actsOf = (row: QuoteRow) =>
    row.ambiguous ? (
      <Choices
        mention={row.ambiguous}
        answers={answers}
        canChoose={tickers.canChoose}
        onChoose={tickers.onChoose}
        adding={adding}
      />
    ) : (
      didYouMean(row)
    );
  const outage = useOutage(rows, live);
  const showRow = useCallback((row: string) => setWanted({ row }), []);
  useToldOutlook(rows, outage, showRow);
  const showFirst = () => list.current?.querySelector('li')?.focus();

  if (!preview && error !== undefined) {
    return (
      <Alert
        variant="danger"
        title={text('draft.failed')}
        closeLabel={text('close')}
        onClose={again}
        action={
          <Button variant="tertiary" size="S" onClick={again}>
            {text('tryAgain')}
          </Button>
        }
      >
        {error}
      </Alert>
    );
  }
  if (!preview || isReading) return <Loader small>{text('draft.reading')}</Loader>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {notice.isShown && <PublishedNotice counts={counts} onShow={showFirst} onClose={notice.close} />}
      {outage && <OutageBanner {...outage} isAnnounced />}
      <Flex direction="column" alignItems="stretch" gap={1} aria-live="polite" aria-busy={isBehind}>
        <Summary counts={counts} isEmpty={rows.length === 0} />
        {error !== undefined && (
          <Typography variant="pi" textColor="danger600">
            {`${text('draft.failed')} ${error}`.trim()}
          </Typography>
        )}
      </Flex>
      {failed && <Unread what="published.failed" onAgain={readAgain} />}
      <AddedNotice
        added={added.added}
        isBusy={added.isBusy}
        onUndo={() => void added.undo()}
        onClose={added.close}
      />
      {tickers.hasTickers && mayAddTickers && (
        <AddAllTickers
          missing={missingTickers(rows)}
          isBusy={added.isBusy}
          onAddAll={(missing) => void added.addAll(missing)}
        />
      )}
      <QuoteList
        ref={list}
        rows={rows}
        answers={answers}
        place={place}
        tickers={tickers}
        adding={adding}
        inText={inText}
        extraOf={didYouMean}
        wanted={wanted}
        {...rights}
      />
      <MarkStyles />
      <MarkCard marks={marks} rows={rows} answers={answers} actsOf={actsOf} onShowRow={showRow} />
      <Suggestions suggestions={preview.data.suggestions} />
      <Credits snapshots={snapshots} answers={answers} />
      {place && <HistoryButton place={place} count={earlier} />}
    </Flex>
  );
};
