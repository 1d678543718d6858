import { decodeHTML } from 'entities';
import { readTag } from './html-tags';
import { readPlain, ReadingBuilder, type Reading } from './reading';

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/y;

/** The entity at an `&`: the characters that it stands for, folded, and its length; undefined where it is none. */
export const readEntity = (text: string, at: number): { put: string; length: number } | undefined => {
  ENTITY.lastIndex = at;
  const [entity] = ENTITY.exec(text) ?? [];
  if (entity === undefined) return undefined;
  const decoded = decodeHTML(entity);
  return decoded === entity ? undefined : { put: readPlain(decoded).text, length: entity.length };
};

/** HTML as a reader sees it: no tags, comments, scripts or code; entities decoded; blocks apart. */
export const readHtml = (html: string): Reading => {
  const builder = new ReadingBuilder(html);
  const special = /[<&]/g;
  let at = 0;
  for (let match = special.exec(html); match; match = special.exec(html)) {
    const { index } = match;
    const tag = match[0] === '<' ? readTag(html, index) : undefined;
    const entity = match[0] === '&' ? readEntity(html, index) : undefined;
    const next = tag?.next ?? (entity && index + entity.length);
    if (next === undefined) continue;
    builder.copy(at, index);
    builder.put(tag?.put ?? entity?.put ?? '', index);
    at = next;
    special.lastIndex = next;
  }
  builder.copy(at, html.length);
  return builder.build();
};
