import type { FailureCode } from '../api/answers';
import type { TextKey } from '../text/use-text';

/** The providers' reasons, and the record's own. */
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

/** Those that the record stores as the code of a reason. */
export const CAUSE_CODES = Object.keys(CAUSES).filter((code) => code !== 'unresolved-mention');

/** A short name for the reason why snapshots have no quote, for the counts of the status. */
export const causeOf = (code: string): TextKey =>
  Object.hasOwn(CAUSES, code) ? CAUSES[code as Cause] : 'cause.other';
