import { decodeHTML } from 'entities';
import { readTag } from './html-tags';
import { isLetterAt, ReadingBuilder, type Markup, type Reading } from './normalized-text';

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/y;

/** The entity at an `&`: the characters that it stands for; undefined where it is none. */
export const readEntity = (text: string, at: number): Markup | undefined => {
  if (!isLetterAt(text, at + 1) && text[at + 1] !== '#') return undefined;
  ENTITY.lastIndex = at;
  const [entity] = ENTITY.exec(text) ?? [];
  if (entity === undefined) return undefined;
  const decoded = decodeHTML(entity);
  return decoded === entity ? undefined : { put: decoded, next: at + entity.length };
};

const [LESS_THAN, AMPERSAND] = [60, 38];

/** HTML as a reader sees it: no tags, comments, scripts or code; entities decoded; blocks apart. */
export const readHtml = (html: string): Reading => {
  const builder = new ReadingBuilder(html);
  for (let at = 0; at < html.length; ) {
    const code = html.charCodeAt(at);
    const markup =
      code === LESS_THAN ? readTag(html, at) : code === AMPERSAND ? readEntity(html, at) : undefined;
    if (markup) builder.put(markup.put, at);
    else builder.copy(at, at + 1);
    at = markup?.next ?? at + 1;
  }
  return builder.build();
};
