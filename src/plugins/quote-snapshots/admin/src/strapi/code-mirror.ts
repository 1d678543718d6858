/** A position in a document of CodeMirror 5: line and character, both from 0. */
interface Position {
  line: number;
  ch: number;
}

/** The part of CodeMirror 5's documented API (https://codemirror.net/5/doc/manual.html) that is used here. */
export interface CodeMirror {
  getValue(): string;
  /** The drawn lines; `to` is exclusive. */
  getViewport(): { from: number; to: number };
  indexFromPos(position: Position): number;
  posFromIndex(index: number): Position;
  setSelection(anchor: Position, head: Position): void;
  scrollIntoView(range: { from: Position; to: Position }, margin?: number): void;
  replaceRange(text: string, from: Position, to: Position): void;
  getOption(name: 'readOnly'): boolean | 'nocursor';
  focus(): void;
}

/**
 * The editor of a rich text field (Markdown), for which Strapi's admin uses CodeMirror 5. CodeMirror's own add-ons also find an
 * editor by this property of its element. Undefined if Strapi uses another editor. Then the text has no marks, and the browser test
 * of marks fails.
 */
export const codeMirrorOf = (element: Element): CodeMirror | undefined =>
  (element as Element & { CodeMirror?: CodeMirror }).CodeMirror;

/** The elements of the drawn lines, in order. */
export const drawnLines = (element: Element): HTMLElement[] => [
  ...element.querySelectorAll<HTMLElement>('.CodeMirror-code .CodeMirror-line'),
];

/** The text that a piece of a drawn line stands for. CodeMirror draws tabs and invisible characters as something else. */
export const drawnFor = (node: Text): string =>
  node.parentElement?.closest('[cm-text]')?.getAttribute('cm-text') ?? node.data;
