import { useForm } from '@strapi/admin/strapi-admin';

/**
 * The edit view's form: its present values, saved or not, and a function that changes one. `useForm` is exported but not
 * documented; the name passed to it appears in its errors.
 */
export const useFormValues = (): Record<string, unknown> =>
  useForm('QuotesPanel', (form) => form.values) as Record<string, unknown>;

export const useChangeField = (): ((name: string, value: unknown) => void) =>
  useForm('QuotesPanel', (form) => form.onChange);
