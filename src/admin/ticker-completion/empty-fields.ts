import type { CompletedField, Completion } from './completion';

/** An empty field, and the value that is proposed for it. */
export interface Proposal {
  field: CompletedField;
  value: string;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** The proposed values for empty fields of a form. A field that somebody has filled in is never replaced. */
export const proposalsFor = (
  values: Record<string, unknown>,
  { fields }: Pick<Completion, 'fields'>,
): Proposal[] =>
  (Object.entries(fields) as [CompletedField, string][])
    .filter(([field]) => isEmpty(values[field]))
    .map(([field, value]) => ({ field, value }));
