import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { blocksOfClipboard } from './blocks-of-clipboard';
import { insertBlocks, type SlateEditor } from './insert-blocks';

const SLATE_FRAGMENT = 'application/x-slate-fragment';

/** A parsed document runs no scripts and loads nothing. */
const parse = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;

type Blocks = Parameters<Parameters<ContentManagerPlugin['addRichTextBlocks']>[0]>[0];
type Editor = Parameters<NonNullable<Blocks[string]['plugin']>>[0];

/** Makes an editor paste Markdown, and text from Word, Google Docs and web pages, as blocks. */
const pasteAsBlocks = (given: Editor): Editor => {
  const editor = given as unknown as SlateEditor;
  const { insertData } = editor;
  editor.insertData = (data) => {
    const blocks = blocksOfClipboard(
      {
        fragment: data.getData(SLATE_FRAGMENT),
        html: data.getData('text/html'),
        text: data.getData('text/plain'),
      },
      parse,
    );
    if (!blocks || !insertBlocks(editor, blocks)) insertData(data);
  };
  return given;
};

/**
 * The blocks of Strapi's editor. The last one also changes how the editor pastes: the plugins of blocks are applied in their order,
 * so this one handles a paste first.
 */
export const withPaste = (store: Blocks): Blocks => {
  const last = Object.keys(store).at(-1);
  const block = last === undefined ? undefined : store[last];
  if (last === undefined || !block) return store;
  const { plugin = (editor: Editor) => editor } = block;
  return { ...store, [last]: { ...block, plugin: (editor: Editor) => pasteAsBlocks(plugin(editor)) } };
};
