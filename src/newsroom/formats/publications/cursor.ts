import { errors } from '@strapi/utils';

/** A place in the order of changes: everything up to it has been told. */
export interface Place {
  position: number;
  id: number;
}

/** Before the first change. */
export const START: Place = { position: 0, id: 0 };

/** Where a partner wants to go on: after a place, or with the first change of or after a time. */
export type Since = { after: Place } | { from: Date };

/** The cursor that an answer ends with. It is opaque: a partner sends it back unchanged. */
export const formatCursor = ({ position, id }: Place): string =>
  Buffer.from(`${position}.${id}`).toString('base64url');

const CURSOR = /^(\d{1,16})\.(\d{1,16})$/;

/** A time with its zone: without one, a partner in another zone would be sent other news. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

const readTime = (value: string): Date | undefined => {
  // A plus sign in an address is a blank, unless it was encoded.
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
 * Reads `?since=`: a time, or the cursor of the last answer; the beginning where it is absent.
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
