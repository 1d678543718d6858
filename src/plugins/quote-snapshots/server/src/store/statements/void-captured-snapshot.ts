import type { Core } from '@strapi/strapi';
import { reasonInWords } from '../../reasons/reason';
import { ownQuery } from '../own-query';

/**
 * Marks a captured row as void. The figures stay, the reason is added, and an event becomes due.
 *
 * @param by the name of the person who voids it; null if code does
 * @returns whether the row was voided. A row that has been replaced or retired meanwhile is left as it is.
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
