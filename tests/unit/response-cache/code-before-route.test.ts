import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import {
  codeBeforeRoute,
  type Routed,
} from '../../../src/plugins/response-cache/server/src/strapi/code-before-route';

type Code = (ctx: Routed & { body?: unknown }, next: () => unknown) => unknown;
interface Router {
  get(path: string, ...code: Code[]): unknown;
  head(path: string, ...code: Code[]): unknown;
  use(...code: Code[]): unknown;
  param(name: string, code: (value: string, ...rest: Parameters<Code>) => unknown): unknown;
  routes(): Code;
}
interface Koa {
  use(code: Code): unknown;
  listen(port: number): { address(): AddressInfo; close(): void };
}

/** Strapi's own, which are no dependencies of this repository. */
const ofStrapi = createRequire(require.resolve('@strapi/core'));
const Router = ofStrapi('@koa/router') as new () => Router;
const Koa = ofStrapi('koa') as new () => Koa;

/** What is found once a real Koa has answered. */
const foundAt = async (path: string, ...routers: Router[]): Promise<string[] | undefined> => {
  const app = new Koa();
  let found: string[] | undefined = ['nothing ran'];
  app.use(async (ctx, next) => {
    await next();
    found = codeBeforeRoute(ctx);
  });
  for (const router of routers) app.use(router.routes());
  const server = app.listen(0);
  await fetch(`http://127.0.0.1:${server.address().port}${path}`, { headers: { connection: 'close' } });
  server.close();
  return found;
};

describe('code around the route that answers', () => {
  const pass: Code = (_ctx, next) => next();
  const answer: Code[] = [(ctx) => (ctx.body = 'x')];

  it('is none where only the route ran, whatever else matches', async () => {
    const router = new Router();
    router.get('/api/latest', ...answer);
    router.get('/api/:id', ...answer);
    expect(await foundAt('/api/latest', router)).toEqual([]);
    expect(await foundAt('/api/1', router)).toEqual([]);
  });

  it('is a route that called the next one', async () => {
    const router = new Router();
    router.get('/api/:id', pass);
    router.get('/api/latest', (_ctx, next) => next());
    router.get('/api/latest', ...answer);
    expect(await foundAt('/api/latest', router)).toEqual(['pass', 'route /api/latest']);
  });

  it('is what stands in the same layer, and what a parameter runs', async () => {
    const router = new Router();
    router.param('id', (_id, _ctx, next) => next());
    router.get('/api/:id', pass, ...answer);
    expect(await foundAt('/api/1', router)).toEqual(['param:id', 'pass']);
  });

  it('is a middleware, and code for HEAD', async () => {
    const router = new Router();
    router.use(pass);
    router.head('/api/x', pass);
    router.get('/api/x', ...answer);
    expect(await foundAt('/api/x', router)).toEqual(['pass', 'pass']);
  });

  it('is that of another router', async () => {
    const [own, router] = [new Router(), new Router()];
    own.get('/api/x', pass);
    router.get('/api/x', ...answer);
    expect(await foundAt('/api/x', own, router)).toEqual(['pass']);
  });

  it('is not known where no route answered', async () => {
    expect(await foundAt('/api/x', new Router())).toBeUndefined();
  });
});
