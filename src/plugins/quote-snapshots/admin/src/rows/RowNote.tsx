import { Typography } from '@strapi/design-system';
import type { LiveAnswer } from '../api/answers';
import { useReason } from '../text/use-reason';
import { useText } from '../text/use-text';
import type { QuoteRow } from './quote-rows';

interface RowNoteProps {
  row: QuoteRow;
  answer: LiveAnswer | undefined;
  /** Whether buttons below ask which listing is meant. */
  hasChoices: boolean;
}

/** What an editor should know about a row besides its figures: why it has none, or that it is late, void or no longer named. */
export const RowNote = ({ row, answer, hasChoices }: RowNoteProps) => {
  const text = useText();
  const inWords = useReason();
  const { state, snapshot, ambiguous } = row;
  const replacement = snapshot?.replacement;

  const sentences = (): (string | null | undefined)[] => {
    if (ambiguous) return [hasChoices ? text('choice.question') : inWords(ambiguous)];
    if (state === 'unquoted')
      return [inWords({ reason: null, reasonCode: answer?.failure?.code ?? null, reasonParams: null })];
    if (state === 'removed') return [text('row.removed')];
    if (state === 'voided') return [text('row.voided'), snapshot && inWords(snapshot)];
    if (replacement?.state === 'pending') return [text('row.beingReplaced')];
    if (replacement?.state === 'unavailable') return [text('row.notReplaced'), inWords(replacement)];
    // The reason is shown once, above the list, because an outage concerns all listings.
    if (state === 'waiting') return [text('row.waiting')];
    return [snapshot && inWords(snapshot)];
  };
  const note = sentences().filter(Boolean).join(' ');
  return note ? (
    <Typography
      variant="pi"
      textColor={state === 'failed' || state === 'unquoted' ? 'danger600' : 'neutral700'}
    >
      {note}
    </Typography>
  ) : null;
};
