import type { CompletedField, Completion } from './completion';

/** A field that is empty, and what would stand there. */
export interface Proposal {
  field: CompletedField;
  value: string;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** What an answer has for the fields of a form that are empty. What somebody has written is never replaced. */
export const proposalsFor = (
  values: Record<string, unknown>,
  { fields }: Pick<Completion, 'fields'>,
): Proposal[] =>
  (Object.entries(fields) as [CompletedField, string][])
    .filter(([field]) => isEmpty(values[field]))
    .map(([field, value]) => ({ field, value }));
