import { HINTS } from './field-hints';

/** What is read of the edit view: panels of rows of fields. */
export interface EditView {
  layout: { layout: readonly (readonly (readonly { hint?: string }[])[])[] };
}

/**
 * Puts what stands under the fields into a language. An admin's own words, and all of them in a language that the newsroom does
 * not speak, stay as they are.
 */
export const translateHints = <View extends EditView>(view: View, language: string): View => {
  const hints = (HINTS as Readonly<Record<string, Readonly<Record<string, string>>>>)[language] ?? {};
  const panels = view.layout.layout.map((rows) =>
    rows.map((fields) =>
      fields.map((field) => (field.hint ? { ...field, hint: hints[field.hint] ?? field.hint } : field)),
    ),
  );
  return { ...view, layout: { ...view.layout, layout: panels } };
};
