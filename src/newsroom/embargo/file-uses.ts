import type { Core } from '@strapi/strapi';
import { FILE } from '../files/stored-files';

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  morphColumn: { typeColumn: { name: string }; idColumn: { name: string } };
}

/** The table that says which entry uses which file, as Strapi's schema names it. */
export interface FileUses {
  files: string;
  uses: string;
  fileId: string;
  relatedType: string;
  relatedId: string;
}

/** @throws Error where Strapi keeps the uses of files in another way */
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

/** SQL: where a text begins in another one, counted from 1; 0 where it is not in it. Of the text, then what is looked for. */
export const positionSql = (strapi: Core.Strapi): 'strpos' | 'instr' =>
  strapi.db.dialect.client === 'postgres' ? 'strpos' : 'instr';
