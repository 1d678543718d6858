import type { Core, Struct } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { hasDrafts, isEnabled, isLocalized } from '../strapi/enabled-types';

type Query = Record<string, unknown>;
type Act = 'read' | 'create' | 'update' | 'publish';

/** The content manager's own checks, as far as they are needed here. */
export interface PermissionChecker {
  cannot: Record<Act, (entity?: unknown) => boolean>;
  sanitizedQuery: Record<'read' | 'publish' | 'update', (query: Query) => Promise<Query>>;
  sanitizeCreateInput(data: Query): Promise<Query>;
}

export interface DocumentPlace {
  documentId: string;
  /** Null where the type is not localized. */
  locale: string | null;
}

/**
 * What a user of the admin may do with documents, by the content manager's own permissions: those of the plugin say
 * which acts a role may do, these say on which documents, conditions and locales included.
 */
export const createDocumentAccess = (strapi: Core.Strapi) => {
  const checker = (ability: unknown, model: string): PermissionChecker =>
    strapi.plugin('content-manager').service('permission-checker').create({ userAbility: ability, model });

  const find = async (
    ability: unknown,
    { uid }: Struct.ContentTypeSchema,
    { documentId, locale }: DocumentPlace,
    act: 'read' | 'publish' | 'update',
  ): Promise<Query | null> => {
    const may = checker(ability, uid);
    if (may.cannot[act]()) return null;
    const query = await may.sanitizedQuery[act]({ filters: { documentId } });
    return strapi.documents(uid).findFirst({ ...query, ...(locale ? { locale } : {}), status: 'draft' });
  };

  return {
    checker,

    /** @throws NotFoundError for a content type that has no snapshots */
    enabledModel(uid: string): Struct.ContentTypeSchema {
      const model = Object.values(strapi.contentTypes).find((type) => type.uid === uid);
      if (!model || !isEnabled(model)) {
        throw new errors.NotFoundError(
          `"${uid}" is no content type with quote snapshots: switch them on in its pluginOptions.`,
        );
      }
      return model;
    },

    /** The locale that is meant: none for a type without, else the default one. */
    async localeOf(model: Struct.ContentTypeSchema, given: string | undefined): Promise<string | null> {
      if (!isLocalized(model)) return null;
      if (given !== undefined) return given;
      return await strapi.plugin('i18n').service('locales').getDefaultLocale();
    },

    /**
     * The entry that the editor sees, where the role may read it.
     *
     * @throws ForbiddenError, NotFoundError
     */
    async requireReadable(
      ability: unknown,
      model: Struct.ContentTypeSchema,
      place: DocumentPlace,
    ): Promise<Query> {
      if (checker(ability, model.uid).cannot.read()) throw new errors.ForbiddenError();
      const entry = await find(ability, model, place, 'read');
      if (!entry) {
        throw new errors.NotFoundError(
          `No ${model.info.displayName} "${place.documentId}" that you may read${place.locale ? ` in the locale ${place.locale}` : ''}.`,
        );
      }
      return entry;
    },

    /**
     * Whoever may put a document in front of readers may also try again for its quotes: publishing would do it too.
     *
     * @throws ForbiddenError
     */
    async requirePublishable(
      ability: unknown,
      model: Struct.ContentTypeSchema,
      place: DocumentPlace,
    ): Promise<void> {
      const entry = await find(ability, model, place, hasDrafts(model) ? 'publish' : 'update');
      if (!entry) throw new errors.ForbiddenError('Only those who may publish a document may do this.');
    },

    /** Those of these documents that the role may read, in a locale: by conditions too, not by the type alone. */
    async readableIds(
      ability: unknown,
      model: Struct.ContentTypeSchema,
      { documentIds, locale }: { documentIds: string[]; locale: string | null },
    ): Promise<string[]> {
      const may = checker(ability, model.uid);
      if (may.cannot.read()) throw new errors.ForbiddenError();
      const query = await may.sanitizedQuery.read({ filters: { documentId: { $in: documentIds } } });
      const found = await strapi.documents(model.uid).findMany({
        ...query,
        fields: ['documentId'],
        ...(locale ? { locale } : {}),
        status: 'draft',
        limit: documentIds.length,
      });
      return found.map(({ documentId }) => documentId);
    },

    /** Those of these documents that are in front of readers and that the role may read, with every field asked for. */
    async readablePublished(
      ability: unknown,
      model: Struct.ContentTypeSchema,
      { documentIds, locale }: { documentIds: string[]; locale: string | null },
      field: string,
    ): Promise<Query[]> {
      const may = checker(ability, model.uid);
      if (may.cannot.read()) return [];
      const query = await may.sanitizedQuery.read({ filters: { documentId: { $in: documentIds } } });
      return strapi.documents(model.uid).findMany({
        ...query,
        // Which field names a document is known at run time only.
        fields: ['documentId', field as 'documentId'],
        ...(locale ? { locale } : {}),
        status: 'published',
        limit: documentIds.length,
      });
    },
  };
};

export type DocumentAccess = ReturnType<typeof createDocumentAccess>;
