import { Alert, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import type { DraftPreview, ListingChoice } from '../api/answers';
import { useText } from '../text/use-text';
import { AmbiguousMentions } from './AmbiguousMentions';
import { NamedInstruments } from './NamedInstruments';
import { useAddTicker } from './use-add-ticker';
import { useDraftPreview, type DraftPlace } from './use-draft-preview';
import { useLinkTicker } from './use-link-ticker';
import { useLiveQuotes } from './use-live-quotes';

/** One empty list for all renders: a new one each time would start a request. */
const NOTHING: DraftPreview['data'] = { instruments: [], ambiguous: [], retired: [] };

/** What publishing would do, in one sentence. */
const Outlook = ({ instruments, retired }: DraftPreview['data']) => {
  const text = useText();
  const captures = instruments.filter(({ act }) => act === 'capture').length;
  const keeps = instruments.length - captures;
  const parts = [
    captures > 0 ? text('outlook.captures', { count: captures }) : '',
    keeps > 0 ? text('outlook.keeps', { count: keeps }) : '',
    retired.length > 0 ? text('outlook.retires', { count: retired.length }) : '',
  ].filter(Boolean);
  return (
    <Typography textColor="neutral800">
      {parts.length > 0 ? text('outlook', { acts: parts.join(', ') }) : text('draft.empty')}
    </Typography>
  );
};

/** The draft as it stands in the form: the listings that it names, and what publishing would do. */
export const DraftSection = (place: DraftPlace) => {
  const text = useText();
  const { preview, isBehind, error, again } = useDraftPreview(place);
  const { instruments, ambiguous, retired } = preview?.data ?? NOTHING;
  const { tickersAttribute, hasTickers, mayAddTickers } = preview?.meta ?? {
    tickersAttribute: null,
    hasTickers: false,
    mayAddTickers: false,
  };
  const { answers, failed } = useLiveQuotes(instruments.map(({ instrument }) => instrument));
  const { add, adding } = useAddTicker();
  const link = useLinkTicker(tickersAttribute);

  const addKnown = useCallback(
    (instrument: string) => void add(instrument).then((ticker) => ticker && again()),
    [add, again],
  );
  const choose = async (choice: ListingChoice) => {
    const ticker = choice.ticker ?? (await add(choice.instrument));
    if (ticker) link(ticker, choice);
  };

  if (!preview) {
    return error ? (
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
    ) : (
      <Loader small>{text('draft.reading')}</Loader>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex direction="column" alignItems="stretch" gap={1} aria-live="polite" aria-busy={isBehind}>
        <Outlook {...preview.data} />
        {error && (
          <Typography variant="pi" textColor="danger600">
            {`${text('draft.failed')} ${error}`}
          </Typography>
        )}
      </Flex>
      <AmbiguousMentions
        mentions={ambiguous}
        canChoose={({ ticker }) => tickersAttribute !== null && (ticker !== null || mayAddTickers)}
        onChoose={(choice) => void choose(choice)}
        adding={adding}
      />
      <NamedInstruments
        instruments={instruments}
        answers={answers}
        failed={failed}
        hasTickers={hasTickers}
        onAdd={mayAddTickers ? addKnown : undefined}
        adding={adding}
      />
      {retired.length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {text('draft.retired', { instruments: retired.map(({ instrument }) => instrument).join(', ') })}
        </Typography>
      )}
    </Flex>
  );
};
