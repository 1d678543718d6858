import type { Core, Struct } from '@strapi/strapi';
import { RECORD_ATTRIBUTE } from '../../plugin-names';
import { hasDrafts } from '../../strapi/enabled-types';
import type { UnrecordedMark } from './mark-entries';

/**
 * Published entries of a type that have this mark and were published before a moment, earliest first. This is the order of an
 * index, so the query is fast however many entries there are.
 */
export const findUnrecordedEntries = async (
  strapi: Core.Strapi,
  model: Struct.ContentTypeSchema,
  { mark, before, limit }: { mark: UnrecordedMark; before: Date; limit: number },
): Promise<{ id: number }[]> => {
  const moment = hasDrafts(model) ? 'publishedAt' : 'updatedAt';
  return strapi.db.query(model.uid).findMany({
    select: ['id'],
    where: { [RECORD_ATTRIBUTE]: mark, [moment]: { $lt: before } },
    orderBy: [{ [moment]: 'asc' }, { id: 'asc' }],
    limit,
  });
};
