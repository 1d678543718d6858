/**
 * The places where the edit view shows text that can be marked: the editors of blocks (Slate) and of rich text (CodeMirror), in the
 * page or in the dialog of the expanded mode, and the plain fields of the form. The selectors are not public API of Strapi. If one
 * no longer matches, that kind of field has no marks, and the browser test of marks fails.
 */
export const BLOCKS_EDITOR = '[data-slate-editor="true"]';
export const RICH_TEXT_EDITOR = '.CodeMirror';
const PLAIN_FIELD = 'main textarea[name], main input[name][type="text"], main input[name]:not([type])';

export type PlainField = HTMLInputElement | HTMLTextAreaElement;

/** Whether detection reads the text of a plain field. It does not read identifiers (slug), addresses or choices. */
const holdsText = (field: PlainField, types: Readonly<Record<string, { type: string }>>): boolean => {
  if (field.getAttribute('role') === 'combobox') return false;
  const [attribute = ''] = field.name.split('.');
  // For a field inside a component, only the component's attribute is known here.
  const type = types[attribute]?.type;
  return type === 'string' || type === 'text' || type === 'component' || type === 'dynamiczone';
};

export const blocksEditors = (page: Document): HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>(BLOCKS_EDITOR),
];

export const richTextEditors = (page: Document): HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>(RICH_TEXT_EDITOR),
];

export const plainFields = (
  page: Document,
  types: Readonly<Record<string, { type: string }>>,
): PlainField[] =>
  [...page.querySelectorAll<PlainField>(PLAIN_FIELD)].filter((field) => holdsText(field, types));
