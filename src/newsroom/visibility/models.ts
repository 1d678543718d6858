import type { Core } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

/** Types of attributes that Strapi's search reads. */
const TEXTS: ReadonlySet<string> = new Set(['string', 'text', 'uid', 'email', 'enumeration', 'richtext']);

/** The facts about the database's models that are needed to restrict a query. */
export interface Models {
  /** The uid at the other end of an attribute, if it is a relation or a component. */
  relationTarget(uid: string, attribute: string): string | undefined;
  /**
   * Whether an attribute links to entries of any type: a dynamic zone, or a relation such as that of files to the entries that use
   * them.
   */
  isPolymorphic(uid: string, attribute: string): boolean;
  /** The attributes of a model that are relations or components. */
  relationNames(uid: string): string[];
  /** The attributes of a model that are columns of its own. */
  columnNames(uid: string): string[];
  /** The columns that Strapi's search reads. */
  searchableColumns(uid: string): string[];
  /** Every content type and component. */
  uids(): string[];
  /** Whether entries of a type are drafts until they are published. */
  hasDrafts(uid: string): boolean;
  /** Whether the content API never shows an attribute. */
  isPrivate(uid: string, attribute: string): boolean;
  /** Whether the content manager never shows an attribute. */
  isHidden(uid: string, attribute: string): boolean;
}

interface Attribute {
  type: string;
  target?: string;
  searchable?: boolean;
}

export const createModels = (strapi: Core.Strapi): Models => {
  const attributesOf = (uid: string): Record<string, Attribute> =>
    strapi.db.metadata.get(uid)?.attributes ?? {};
  const attributeOf = (uid: string, name: string): Attribute | undefined => attributesOf(uid)[name];
  const namesOf = (uid: string, wanted: (attribute: Attribute) => boolean): string[] =>
    Object.entries(attributesOf(uid)).flatMap(([name, attribute]) => (wanted(attribute) ? [name] : []));
  const schemaOf = (uid: string) =>
    Object.values(strapi.contentTypes).find((type) => type.uid === uid) ??
    Object.values(strapi.components).find((component) => component.uid === uid);
  const drafted = new Set(
    Object.values(strapi.contentTypes).flatMap((type) =>
      contentTypes.hasDraftAndPublish(type) ? [type.uid] : [],
    ),
  );

  return {
    relationTarget: (uid, name) => attributeOf(uid, name)?.target,
    isPolymorphic(uid, name) {
      const attribute = attributeOf(uid, name);
      return attribute?.type === 'relation' && attribute.target === undefined;
    },
    relationNames: (uid) => namesOf(uid, ({ type }) => type === 'relation'),
    columnNames: (uid) => namesOf(uid, ({ type }) => type !== 'relation'),
    searchableColumns: (uid) =>
      namesOf(uid, ({ type, searchable }) => TEXTS.has(type) && searchable !== false),
    uids: () => [...Object.keys(strapi.contentTypes), ...Object.keys(strapi.components)],
    hasDrafts: (uid) => drafted.has(uid),
    isPrivate(uid, name) {
      const schema = schemaOf(uid);
      return schema !== undefined && contentTypes.isPrivateAttribute(schema, name);
    },
    isHidden(uid, name) {
      const schema = schemaOf(uid);
      return schema !== undefined && !contentTypes.isVisibleAttribute(schema, name);
    },
  };
};
