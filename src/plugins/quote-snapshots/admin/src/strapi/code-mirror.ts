/** A place in a document of CodeMirror 5: line and character, both from 0. */
interface Position {
  line: number;
  ch: number;
}

/** The part of CodeMirror 5's documented API (https://codemirror.net/5/doc/manual.html) that is used here. */
export interface CodeMirror {
  getValue(): string;
  /** The lines that are drawn: `to` is exclusive. */
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
 * The editor of a rich text field (Markdown), which Strapi's admin draws with CodeMirror 5. The property of the element is how
 * CodeMirror's own add-ons find an editor. Undefined where Strapi draws the field with something else: its text is not marked
 * then, and the browser test of marks fails.
 */
export const codeMirrorOf = (element: Element): CodeMirror | undefined =>
  (element as Element & { CodeMirror?: CodeMirror }).CodeMirror;

/** The elements of the lines that an editor draws, in their order. */
export const drawnLines = (element: Element): HTMLElement[] => [
  ...element.querySelectorAll<HTMLElement>('.CodeMirror-code .CodeMirror-line'),
];

/** What a piece of a drawn line stands for: CodeMirror draws a tab, or a character without a shape, as something else. */
export const drawnFor = (node: Text): string =>
  node.parentElement?.closest('[cm-text]')?.getAttribute('cm-text') ?? node.data;
