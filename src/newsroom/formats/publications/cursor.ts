import { errors } from '@strapi/utils';

/** A position in the order of changes. All changes up to it have been sent. */
export interface Place {
  position: number;
  id: number;
}

/** Before the first change. */
export const START: Place = { position: 0, id: 0 };

/** Where a partner continues: after a position, or with the first change at or after a time. */
export type Since = { after: Place } | { from: Date };

/** The cursor at the end of an answer. It is opaque: a partner sends it back unchanged. */
export const formatCursor = ({ position, id }: Place): string =>
  Buffer.from(`${position}.${id}`).toString('base64url');

const CURSOR = /^(\d{1,16})\.(\d{1,16})$/;

/** A time with its zone. Without a zone, a partner in another zone would get the wrong changes. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

const readTime = (value: string): Date | undefined => {
  // A plus sign in an address is decoded as a blank if it was not encoded.
  const time = value.replace(/ (\d{2}:\d{2})$/, '+$1');
  if (!TIME.test(time)) return undefined;
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
};

const readPlace = (value: string): Place | undefined => {
  const [, position, id] = CURSOR.exec(Buffer.from(value, 'base64url').toString('latin1')) ?? [];
  const place = { position: Number(position), id: Number(id) };
  return formatCursor(place) === value && Object.values(place).every(Number.isSafeInteger)
    ? place
    : undefined;
};

/**
 * Parses `?since=`: a time, or the cursor of the last answer; if absent, the beginning.
 *
 * @throws ValidationError that names the value
 */
export const parseSince = (value: string | undefined): Since => {
  if (value === undefined) return { after: START };
  const from = readTime(value);
  if (from) return { from };
  const after = readPlace(value);
  if (after) return { after };
  throw new errors.ValidationError(
    `since is "${value.slice(0, 60)}": give a time with its zone, as 2026-11-28T09:30:00Z, or the cursor of the last answer as it was.`,
    { since: value.slice(0, 60) },
  );
};
