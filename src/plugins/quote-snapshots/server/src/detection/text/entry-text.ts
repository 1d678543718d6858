import { blocksText } from './blocks-text';
import type { TextFormat } from '../mention';

/** What detection needs to know of a Strapi attribute. */
export interface TextAttribute {
  type: string;
  customField?: string;
  component?: string;
  components?: readonly string[];
}
export interface TextModel {
  attributes: Record<string, TextAttribute>;
}

/** A text of an entry and where it stands: `body`, `sections.0.text`. */
export interface TextPart {
  field: string;
  text: string;
  format: TextFormat;
}

type Entry = Record<string, unknown>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Editors of rich text that store HTML, not Markdown. */
const HTML_EDITOR = /ckeditor|tiptap|tinymce|html|wysiwyg/i;

const formatOf = ({ type, customField = '' }: TextAttribute, text: string): TextFormat => {
  if (HTML_EDITOR.test(customField) || (customField !== '' && text.trimStart().startsWith('<')))
    return 'html';
  return type === 'richtext' ? 'markdown' : 'plain';
};

/** Components nest a handful deep; a component that holds itself could go on for ever. */
const DEEPEST = 20;

/**
 * The texts of an entry of any content type, in the order of its attributes; components and dynamic zones
 * included, as far as they are populated. Names of things (slugs, e-mail addresses, enumerations, JSON) are not
 * text. A value of the wrong shape is no text either.
 */
export const entryText = (
  entry: Entry,
  model: TextModel,
  modelOf: (uid: string) => TextModel | undefined,
  path: readonly string[] = [],
): TextPart[] => {
  if (path.length > DEEPEST) return [];
  return Object.entries(model.attributes).flatMap(([name, attribute]): TextPart[] => {
    const value = entry[name];
    const here = [...path, name];
    const field = here.join('.');
    switch (attribute.type) {
      case 'string':
      case 'text':
      case 'richtext':
        return typeof value === 'string' ? [{ field, text: value, format: formatOf(attribute, value) }] : [];
      case 'blocks':
        return [{ field, text: blocksText(value), format: 'plain' }];
      case 'component':
      case 'dynamiczone': {
        const items = Array.isArray(value) ? value : [value];
        return items.flatMap((item: unknown, index) => {
          if (!isEntry(item)) return [];
          const uid = attribute.component ?? item.__component;
          const component = typeof uid === 'string' ? modelOf(uid) : undefined;
          const at = Array.isArray(value) ? [...here, String(index)] : here;
          return component ? entryText(item, component, modelOf, at) : [];
        });
      }
      default:
        return [];
    }
  });
};
