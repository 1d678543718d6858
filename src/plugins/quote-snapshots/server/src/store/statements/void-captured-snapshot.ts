import type { Core } from '@strapi/strapi';
import { reasonInWords } from '../../reasons/reason';
import { ownQuery } from '../own-query';

/**
 * Marks a captured row as void: the figures stay, with the reason, and an event is due.
 *
 * @param by the name of whoever voids it; null where code does
 * @returns whether it did: a row that has been replaced or retired meanwhile is left as it is
 */
export const voidCapturedSnapshot = async (
  strapi: Core.Strapi,
  id: number,
  { reason, by }: { reason: string; by: string | null },
): Promise<boolean> => {
  const now = new Date();
  const { count } = await ownQuery(strapi).updateMany({
    where: { id, state: 'captured', current: true },
    data: {
      state: 'voided',
      ...reasonInWords(reason),
      voidedBy: by,
      voidedAt: now,
      announcedAt: null,
      updatedAt: now,
    },
  });
  return count > 0;
};
