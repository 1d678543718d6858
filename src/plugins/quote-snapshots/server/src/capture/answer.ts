/** What the desk answers for an instrument: a quote or a failure, and from whom. */
export type { DeskAnswer as Answer } from '../providers';
