import { createRequire } from 'node:module';
import {
  middlewaresIn,
  type Layer,
} from '../../../src/plugins/response-cache/server/src/strapi/router-middlewares';

interface Router {
  stack: Layer<object>[];
  use(...args: unknown[]): unknown;
  get(path: string, handler: object): unknown;
  routes(): object;
  allowedMethods(): object;
}

/** Strapi's own, which is no dependency of this repository. */
const Router = createRequire(require.resolve('@strapi/core'))('@koa/router') as new (
  options?: object,
) => Router;

const ENDPOINTS = ['/api/', '/graphql', '/feeds/'];

describe('middlewares in routers', () => {
  const pass = (_ctx: unknown, next: () => unknown): unknown => next();
  const handler = (): void => {};

  it('are found in Strapi’s and, once they are mounted, in those of its APIs', () => {
    const [router, api] = [new Router(), new Router({ prefix: '/api' })];
    const ofApi = (ctx: unknown, next: () => unknown): unknown => pass(ctx, next);
    const ofPath = (ctx: unknown, next: () => unknown): unknown => pass(ctx, next);
    router.use(pass);
    router.get('/_health', handler);
    api.use(ofApi);
    api.use('/articles', ofPath);
    api.get('/articles', handler);
    expect(middlewaresIn(router.stack, ENDPOINTS)).toEqual([]);
    router.use(api.routes(), api.allowedMethods());
    expect(middlewaresIn(router.stack, ENDPOINTS)).toEqual([pass, ofApi, ofPath]);
    // As the admin's, which Strapi mounts last, has its sessions.
    const admin = new Router({ prefix: '' });
    admin.use(handler);
    admin.get('/', handler);
    admin.get('/content-manager/:model', handler);
    router.use(admin.routes(), admin.allowedMethods());
    expect(middlewaresIn(router.stack, ENDPOINTS)).toEqual([pass, ofApi, ofPath]);
  });

  it.each(['/api/articles/:id', '/:any', '(.*)', '/graphql', '/feeds', '/API', '/{f}?eeds/:id'])(
    'before %s stand before what may be cached',
    (path) => {
      const router = new Router();
      router.use(path, pass);
      router.get('/api/articles', handler);
      expect(middlewaresIn(router.stack, ENDPOINTS)).toEqual([pass]);
    },
  );

  it.each(['/content-manager/collection-types/:model', '/admin/:path*', '/feedss/:id'])(
    'before %s, as Strapi’s own plugins have them, do not',
    (path) => {
      const router = new Router();
      router.use(path, pass);
      router.get('/api/articles', handler);
      expect(middlewaresIn(router.stack, ENDPOINTS)).toEqual([]);
    },
  );

  it('are none where there are only routes', () => {
    const router = new Router();
    router.get('/api/articles', handler);
    expect(middlewaresIn(router.stack, ENDPOINTS)).toEqual([]);
  });
});
