import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/content-manager/strapi-admin';

/**
 * The content type that the edit view shows, from a hook that is called unstable. Undefined where the hook has
 * none: the panel is not shown then.
 */
export const useEditedContentType = (): ReturnType<typeof useContentManagerContext>['contentType'] =>
  useContentManagerContext().contentType;
