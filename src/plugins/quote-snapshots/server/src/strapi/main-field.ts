import type { Core, Struct } from '@strapi/strapi';

interface ContentTypes {
  findConfiguration(
    model: Struct.ContentTypeSchema,
  ): Promise<{ settings?: { mainField?: string } } | undefined>;
}

/**
 * The field by which the content manager names documents of a type, from the layout that an admin chose (the service
 * `content-types` of the content manager, private).
 *
 * If it changes, documents are named by their documentId: a list with poor names is better than none.
 */
export const mainField = async (strapi: Core.Strapi, model: Struct.ContentTypeSchema): Promise<string> => {
  const service = strapi.plugin('content-manager')?.service('content-types') as
    | Partial<ContentTypes>
    | undefined;
  const configuration = await service?.findConfiguration?.(model);
  const field = configuration?.settings?.mainField;
  return field !== undefined && field in model.attributes ? field : 'documentId';
};
