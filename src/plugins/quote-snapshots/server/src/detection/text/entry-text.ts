import { blocksText } from './blocks-text';
import type { TextFormat } from '../mention';

/** The part of a Strapi attribute that detection needs. */
export interface TextAttribute {
  type: string;
  customField?: string;
  component?: string;
  components?: readonly string[];
}
export interface TextModel {
  attributes: Record<string, TextAttribute>;
}

/** A text of an entry, and its path: `body`, `sections.0.text`. */
export interface TextPart {
  field: string;
  text: string;
  format: TextFormat;
}

type Entry = Record<string, unknown>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Custom fields of rich-text editors that store HTML instead of Markdown. */
const HTML_EDITOR = /ckeditor|tiptap|tinymce|html|wysiwyg/i;

const formatOf = ({ type, customField = '' }: TextAttribute, text: string): TextFormat => {
  if (HTML_EDITOR.test(customField) || (customField !== '' && text.trimStart().startsWith('<')))
    return 'html';
  return type === 'richtext' ? 'markdown' : 'plain';
};

/** The deepest nesting of components that is read. A component may contain itself, so data may be nested without end. */
const DEEPEST = 20;

/**
 * The texts of an entry of any content type, in the order of its attributes. Components and dynamic zones are read if they are
 * populated. Identifiers (slugs, e-mail addresses, enumerations), JSON and values of the wrong type are not text.
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
