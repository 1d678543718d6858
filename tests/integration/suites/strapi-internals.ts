import type { Core } from '@strapi/strapi';
import { hasValidCredentials, wrapAuthentication } from '../../../src/newsroom/strapi/authentication';
import { createBodyParser } from '../../../src/newsroom/strapi/body-parser';
import { replaceDocumentActions } from '../../../src/newsroom/strapi/document-actions';
import { guardRouteHandler } from '../../../src/newsroom/strapi/guard-route-handler';
import { replaceHomepageCounts } from '../../../src/newsroom/strapi/homepage-counts';
import { inspectLocaleDeletion } from '../../../src/newsroom/strapi/locale-deletion';
import { inspectQueries } from '../../../src/newsroom/strapi/query-params';
import { addPolicy } from '../../../src/newsroom/strapi/route-policies';
import { guardUploadServices, type UploadGuards } from '../../../src/newsroom/strapi/upload-services';
import type { Suite } from '.';

/** The booted Strapi with one of its members changed, as a later version might. */
const changed = (strapi: Core.Strapi, member: string, value: unknown): Core.Strapi =>
  Object.create(strapi, { [member]: { value } }) as Core.Strapi;

/** The booted Strapi whose plugin has this service emptied. */
const withoutMethodsOf = (strapi: Core.Strapi, plugin: string, service: string): Core.Strapi =>
  changed(strapi, 'plugin', (name: string) =>
    name === plugin
      ? { service: (wanted: string) => (wanted === service ? {} : strapi.plugin(name).service(wanted)) }
      : strapi.plugin(name),
  );

const nothing = (): void => undefined;
const GUARDS: UploadGuards = {
  upload: { upload: nothing, replace: nothing, remove: nothing, updateFileInfo: nothing },
  file: { deleteByIds: nothing },
  folder: { deleteByIds: nothing, update: nothing },
};

/** What the newsroom leans on inside of Strapi: on a version that changed it, the boot stops with a message that names it. */
export const strapiInternals: Suite = (newsroom) => {
  const empty = (): Core.Strapi => changed(newsroom().strapi, 'get', () => ({}));

  it.each<[string, RegExp, () => unknown]>([
    [
      'the body parser',
      /no middleware "strapi::body"/,
      () => createBodyParser(changed(newsroom().strapi, 'middleware', nothing), {}),
    ],
    [
      'authentication',
      /no service "auth" with authenticate and verify/,
      () => wrapAuthentication(empty(), () => Promise.resolve()),
    ],
    ['query parameters', /no service "query-params" with transform/, () => inspectQueries(empty(), nothing)],
    [
      'the document service',
      /makes new actions for "/,
      () =>
        replaceDocumentActions(
          changed(newsroom().strapi, 'documents', () => ({})),
          (_uid, _action, original) => original,
        ),
    ],
    [
      'counts of the home page',
      /no homepage.getCountDocuments/,
      () =>
        replaceHomepageCounts(
          withoutMethodsOf(newsroom().strapi, 'content-manager', 'homepage'),
          (countAll) => countAll(),
        ),
    ],
    [
      'the deletion of locales',
      /no locales.delete/,
      () =>
        inspectLocaleDeletion(withoutMethodsOf(newsroom().strapi, 'i18n', 'locales'), () =>
          Promise.resolve(),
        ),
    ],
    [
      'changes of files',
      /no method folder.deleteByIds/,
      () =>
        guardUploadServices(withoutMethodsOf(newsroom().strapi, 'upload', 'folder'), {
          ...GUARDS,
          upload: {} as UploadGuards['upload'],
          file: {} as UploadGuards['file'],
        }),
    ],
    [
      'a route of the admin API',
      /"upload" has no admin route POST \/actions\/no-such-action/,
      () => addPolicy(newsroom().strapi, ['upload', 'POST', '/actions/no-such-action'], 'global::any'),
    ],
    [
      'a handler of the admin API',
      /no handler "relations.noSuchAction"/,
      () => guardRouteHandler(newsroom().strapi, 'content-manager', 'relations.noSuchAction', nothing),
    ],
  ])('%s', (_what, message, lean) => {
    expect(lean).toThrow(message);
  });

  it('credentials that cannot be checked are not valid', async () => {
    const broken = changed(newsroom().strapi, 'get', () => ({
      authenticate: () => Promise.reject(new Error('changed')),
      verify: () => Promise.resolve(),
    }));
    const ctx = { state: {} } as Parameters<typeof hasValidCredentials>[1];
    expect(await hasValidCredentials(broken, ctx)).toBe(false);
    expect(ctx.state).toEqual({});
  });
};
