import type { Core } from '@strapi/strapi';

interface RequestState {
  route?: { info?: { pluginName?: string } };
}

/**
 * Whether the document is being written because its form in the content manager was saved, or published. The form sends all
 * fields of the document, also those that its user never saw, as they were when the form was opened.
 *
 * Leans on: `ctx.state.route.info.pluginName`, and `ctx.params.id`, which holds the documentId. Where either is gone, a form counts
 * as any other write, so that an old one cancels a schedule, and a declared correction, that came meanwhile. Noticed: the suites
 * `scheduling-rights` and `corrections`.
 */
export const isContentManagerForm = (strapi: Core.Strapi, documentId: string | undefined): boolean => {
  const request = strapi.requestContext.get();
  if (!request || documentId === undefined) return false;
  const { route } = request.state as RequestState;
  const { id } = (request.params ?? {}) as { id?: string };
  return route?.info?.pluginName === 'content-manager' && id === documentId;
};
