import type { Core } from '@strapi/strapi';
import { FILE } from '../files/stored-files';

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  morphColumn: { typeColumn: { name: string }; idColumn: { name: string } };
}

/** The table that links entries to their files, with the names of Strapi's schema. */
export interface FileUses {
  files: string;
  uses: string;
  fileId: string;
  relatedType: string;
  relatedId: string;
}

/** @throws Error if this Strapi stores the uses of files differently */
export const fileUsesOf = (strapi: Core.Strapi): FileUses => {
  const { tableName: files, attributes } = strapi.db.metadata.get(FILE);
  const { joinTable } = attributes.related as unknown as { joinTable?: JoinTable };
  if (!joinTable)
    throw new Error('Strapi has no table of the uses of files: embargoed pictures would be served.');
  return {
    files,
    uses: joinTable.name,
    fileId: joinTable.joinColumn.name,
    relatedType: joinTable.morphColumn.typeColumn.name,
    relatedId: joinTable.morphColumn.idColumn.name,
  };
};

/** SQL: the position of a text in another one, from 1; 0 if it is not in it. The parameters are the text, then the text to find. */
export const positionSql = (strapi: Core.Strapi): 'strpos' | 'instr' =>
  strapi.db.dialect.client === 'postgres' ? 'strpos' : 'instr';
