import type { Core } from '@strapi/strapi';
import { readRows } from '../../database/read-rows';
import { PUBLICATIONS_TABLE, type PublicationRow } from './publications-table';

/** When an article was last published, changed or withdrawn; undefined where none ever was. */
export const readLastChange = async (strapi: Core.Strapi): Promise<Date | undefined> => {
  const [last] = await readRows<PublicationRow>(strapi, PUBLICATIONS_TABLE, (publications) =>
    publications.select('changed_at').orderBy('changed_at', 'desc').limit(1),
  );
  return last && new Date(Number(last.changed_at));
};
