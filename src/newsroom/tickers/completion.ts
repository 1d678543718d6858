/** The services that are asked about a ticker. */
export const COMPLETION_SOURCES = ['provider', 'openfigi'] as const;
export type CompletionSource = (typeof COMPLETION_SOURCES)[number];

/** The fields of a ticker that a source can fill in. */
export const COMPLETED_FIELDS = ['name', 'exchange', 'currency', 'figi'] as const;
export type CompletedField = (typeof COMPLETED_FIELDS)[number];

/** Why nothing can be filled in. The code is worded when it is shown. */
export type CompletionFault =
  | 'unknown'
  | 'ambiguous'
  | 'not-covered'
  | 'quota'
  | 'unreachable'
  | 'bad-answer'
  | 'switched-off';

/** The fields of a listing that a source can fill in. */
export interface Completion {
  fields: Partial<Record<CompletedField, string>>;
  fault: CompletionFault | null;
}
