import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/content-manager/strapi-admin';

/**
 * The content type in the edit view, from a hook that Strapi calls unstable. Undefined if the hook returns none; then the panel is
 * not shown.
 */
export const useEditedContentType = (): ReturnType<typeof useContentManagerContext>['contentType'] =>
  useContentManagerContext().contentType;
