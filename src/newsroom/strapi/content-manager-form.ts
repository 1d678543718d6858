import type { Core } from '@strapi/strapi';

interface RequestState {
  route?: { info?: { pluginName?: string } };
}

/**
 * Whether the document is written because its form in the content manager was saved or published. The form sends all fields of the
 * document as they were when it was opened, including those that its user never looked at.
 *
 * Leans on: `ctx.state.route.info.pluginName`, and `ctx.params.id`, which is the documentId. If either is gone, a form counts as
 * any other write. Then an old form would cancel a schedule, or a declared correction, that was added in the meantime. Noticed by
 * the suites `scheduling-rights` and `corrections`.
 */
export const isContentManagerForm = (strapi: Core.Strapi, documentId: string | undefined): boolean => {
  const request = strapi.requestContext.get();
  if (!request || documentId === undefined) return false;
  const { route } = request.state as RequestState;
  const { id } = (request.params ?? {}) as { id?: string };
  return route?.info?.pluginName === 'content-manager' && id === documentId;
};
