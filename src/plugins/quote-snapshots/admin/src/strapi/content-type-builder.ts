import type { StrapiApp } from '@strapi/admin/strapi-admin';

/** Fields that are added to the form of a content type. */
export interface ContentTypeForm {
  form: { advanced(): object[] };
}

interface Forms {
  extendContentType(extension: ContentTypeForm): void;
}

/**
 * Adds fields to the Content-Type Builder's form of a content type (`apis.forms.extendContentType`, private; i18n does the same).
 *
 * An app may not have the builder. If the form cannot be extended there is no checkbox, and a type can be switched on in its
 * `schema.json`.
 */
export const extendContentTypeForm = (
  app: Pick<StrapiApp, 'getPlugin'>,
  extension: ContentTypeForm,
): void => {
  const builder = app.getPlugin('content-type-builder') as { apis?: { forms?: Partial<Forms> } } | undefined;
  builder?.apis?.forms?.extendContentType?.(extension);
};
