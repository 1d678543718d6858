import { Alert, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useCallback, useMemo, useRef } from 'react';
import type { DraftPreview, ListingChoice } from '../api/answers';
import type { DocumentPlace } from '../api/state-loader';
import { HistoryButton } from '../record/HistoryButton';
import { useSnapshots } from '../record/use-snapshots';
import { findOutage } from '../rows/find-outage';
import { countRows, quoteRows } from '../rows/quote-rows';
import { QuoteList } from '../rows/QuoteList';
import type { Rights } from '../rows/RowMenu';
import { Summary } from '../rows/Summary';
import { Suggestions } from '../suggestions/Suggestions';
import { Unread } from '../text/Unread';
import { useText } from '../text/use-text';
import { Credits } from './Credits';
import { OutageBanner } from './OutageBanner';
import { PublishedNotice } from './PublishedNotice';
import { useAddTicker } from './use-add-ticker';
import { useDraftPreview, type DraftPlace } from './use-draft-preview';
import { useLinkTicker } from './use-link-ticker';
import { useLiveQuotes } from './use-live-quotes';
import { usePublicationNotice } from './use-publication-notice';
import { useTryAll } from './use-try-all';

const NO_ACTS: DraftPreview['meta'] = { tickersAttribute: null, hasTickers: false, mayAddTickers: false };

/** The listings of which live quotes are shown: those that the draft names, and those that an ambiguous mention may be. */
const askedFor = ({ instruments, ambiguous }: DraftPreview['data']): string[] => [
  ...instruments.map(({ instrument }) => instrument),
  ...ambiguous.flatMap(({ choices }) => choices.map(({ instrument }) => instrument)),
];

interface DraftContentProps {
  draft: DraftPlace;
  /** The saved document; undefined where there is none in this locale. */
  place: DocumentPlace | undefined;
  publishedAt: string | null | undefined;
  rights: Rights;
}

/** The draft as it stands in the form: its listings, what the record has of them, and what publishing would change. */
export const DraftContent = ({ draft, place, publishedAt, rights }: DraftContentProps) => {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  const { preview, isBehind, error, again } = useDraftPreview(draft);
  const { snapshots, earlier, isReading, failed, again: readAgain } = useSnapshots(place);
  const { answers, nextAt, isAsking, askNow } = useLiveQuotes(preview ? askedFor(preview.data) : []);
  const rows = useMemo(
    () => (preview ? quoteRows(preview.data, snapshots, answers) : []),
    [preview, snapshots, answers],
  );
  const counts = useMemo(() => countRows(rows), [rows]);
  const notice = usePublicationNotice(place?.documentId, publishedAt);
  const { tryAll, isTrying } = useTryAll(rows);

  const { tickersAttribute, hasTickers, mayAddTickers } = preview?.meta ?? NO_ACTS;
  const { add, adding } = useAddTicker();
  const link = useLinkTicker(tickersAttribute);
  const onAdd = useCallback(
    (instrument: string, listing: string) =>
      void add(instrument, listing).then((ticker) => ticker && again()),
    [add, again],
  );
  const onChoose = useCallback(
    (choice: ListingChoice) => {
      const named = `${choice.symbol} (${choice.exchange})`;
      const choose = async () => {
        const ticker = choice.ticker ?? (await add(choice.instrument, named));
        if (ticker) link(ticker, choice);
      };
      void choose();
    },
    [add, link],
  );
  const tickers = useMemo(
    () => ({
      hasTickers,
      onAdd: mayAddTickers ? onAdd : undefined,
      canChoose: ({ ticker }: ListingChoice) =>
        tickersAttribute !== null && (ticker !== null || mayAddTickers),
      onChoose,
    }),
    [hasTickers, mayAddTickers, onAdd, tickersAttribute, onChoose],
  );
  const tryNow = () => {
    askNow();
    void tryAll();
  };
  const showFirst = () => list.current?.querySelector('li')?.focus();

  if (!preview && error) {
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
  const outage = findOutage(rows, answers);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {notice.isShown && <PublishedNotice counts={counts} onShow={showFirst} onClose={notice.close} />}
      {outage && (
        <OutageBanner code={outage} nextAt={nextAt} onTryNow={tryNow} isTrying={isAsking || isTrying} />
      )}
      <Flex direction="column" alignItems="stretch" gap={1} aria-live="polite" aria-busy={isBehind}>
        <Summary counts={counts} isEmpty={rows.length === 0} />
        {error && (
          <Typography variant="pi" textColor="danger600">
            {`${text('draft.failed')} ${error}`}
          </Typography>
        )}
      </Flex>
      {failed && <Unread what="published.failed" onAgain={readAgain} />}
      <QuoteList
        ref={list}
        rows={rows}
        answers={answers}
        place={place}
        tickers={tickers}
        adding={adding}
        {...rights}
      />
      <Suggestions suggestions={preview.data.suggestions} />
      <Credits snapshots={snapshots} answers={answers} />
      {place && <HistoryButton place={place} count={earlier} />}
    </Flex>
  );
};
