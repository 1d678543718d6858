import { HINTS } from './field-hints';

/** The part of the edit view that is read here: panels with rows of fields. */
export interface EditView {
  layout: { layout: readonly (readonly (readonly { hint?: string }[])[])[] };
}

/**
 * Translates the help texts under the fields. Texts that an admin wrote stay as they are, and so do all texts in a language that
 * the newsroom's admin UI does not have.
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
