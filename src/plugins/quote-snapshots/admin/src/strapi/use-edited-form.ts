import { useForm } from '@strapi/admin/strapi-admin';

/**
 * The edit view's form: its values as typed, saved or not, and a way to change one. `useForm` is exported and not
 * documented; the name is what it says in its errors.
 */
export const useFormValues = (): Record<string, unknown> =>
  useForm('QuotesPanel', (form) => form.values) as Record<string, unknown>;

export const useChangeField = (): ((name: string, value: unknown) => void) =>
  useForm('QuotesPanel', (form) => form.onChange);
