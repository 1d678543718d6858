import { decodeHTML } from 'entities';
import { isLetterAt, type Markup } from './normalized-text';

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/y;

/** The characters for the entity at an `&`; undefined if it is not an entity. */
export const readEntity = (text: string, at: number): Markup | undefined => {
  if (!isLetterAt(text, at + 1) && text[at + 1] !== '#') return undefined;
  ENTITY.lastIndex = at;
  const [entity] = ENTITY.exec(text) ?? [];
  if (entity === undefined) return undefined;
  const decoded = decodeHTML(entity);
  return decoded === entity ? undefined : { put: decoded, next: at + entity.length };
};
