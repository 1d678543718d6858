import type { Core } from '@strapi/strapi';
import { RECORD_COLUMN } from '../../plugin-names';
import { enabledTypes } from '../../strapi/enabled-types';
import { tableNameOf } from '../../strapi/tables';

/** The number of publications that were found without quotes and that the option `onUnrecorded` leaves without. */
export const countMissingPublications = async (strapi: Core.Strapi): Promise<number> => {
  const counts = await Promise.all(
    enabledTypes(strapi).map(async ({ uid }) => {
      const tableName = tableNameOf(strapi, uid);
      const [row] = await strapi.db
        .getConnection(tableName)
        .where(RECORD_COLUMN, 'missing')
        .count<{ count: string | number }[]>({ count: '*' });
      return Number(row?.count ?? 0);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};
