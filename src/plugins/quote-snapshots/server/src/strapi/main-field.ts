import type { Core, Struct } from '@strapi/strapi';

interface ContentTypes {
  findConfiguration(
    model: Struct.ContentTypeSchema,
  ): Promise<{ settings?: { mainField?: string } } | undefined>;
}

/**
 * The field that the content manager shows as the name of documents of a type. An admin chooses it in the layout (the service
 * `content-types` of the content manager, private).
 *
 * If the service changes, documents are named by their documentId, because a list with poor names is better than no list.
 */
export const readMainField = async (
  strapi: Core.Strapi,
  model: Struct.ContentTypeSchema,
): Promise<string> => {
  const service = strapi.plugin('content-manager')?.service('content-types') as
    | Partial<ContentTypes>
    | undefined;
  const configuration = await service?.findConfiguration?.(model);
  const field = configuration?.settings?.mainField;
  return field !== undefined && field in model.attributes ? field : 'documentId';
};
