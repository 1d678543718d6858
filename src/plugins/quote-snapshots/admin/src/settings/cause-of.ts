import type { FailureCode } from '../api/answers';
import type { TextKey } from '../text/use-text';

/** A provider's reasons, and the record's own. */
type Cause = FailureCode | 'unresolved-mention' | 'not-recorded';

const CAUSES: Readonly<Record<Cause, TextKey>> = {
  'unknown-instrument': 'cause.unknownInstrument',
  'no-price': 'cause.noPrice',
  'invalid-price': 'cause.invalidPrice',
  stale: 'cause.stale',
  'wrong-listing': 'cause.wrongListing',
  refused: 'cause.refused',
  quota: 'cause.quota',
  timeout: 'cause.timeout',
  network: 'cause.network',
  'bad-answer': 'cause.badAnswer',
  'incomplete-quote': 'cause.incompleteQuote',
  'unresolved-mention': 'cause.unresolvedMention',
  'not-recorded': 'cause.notRecorded',
};

/** Those of them that the record keeps as the code of a reason. */
export const CAUSE_CODES = Object.keys(CAUSES).filter((code) => code !== 'unresolved-mention');

/** A short name for the reason why snapshots have no quote, as the status counts them. */
export const causeOf = (code: string): TextKey =>
  Object.hasOwn(CAUSES, code) ? CAUSES[code as Cause] : 'cause.other';
