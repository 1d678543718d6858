/** The answer of the desk for an instrument: a quote or a failure, and the provider. */
export type { DeskAnswer as Answer } from '../providers';
