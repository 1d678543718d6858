import { createRequire } from 'node:module';
import path from 'node:path';
import {
  isOfRouter,
  isOfStrapi,
} from '../../../src/plugins/response-cache/server/src/strapi/global-middlewares';

type Middleware = () => Promise<void>;

/** Not among what the package exports: Strapi adds it by itself. */
const ofStrapi = <Module>(file: string): Module =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a file of a package, which has no name to import
  require(path.resolve(__dirname, '../../../node_modules/@strapi/core/dist', file)) as Module;

describe('middlewares that Strapi adds by code', () => {
  it('telemetry, which every app has that is not in a test, is none of the app’s', () => {
    const create = ofStrapi<(given: object) => Middleware>('services/metrics/middleware.js');
    expect(isOfStrapi(create({}))).toBe(true);
  });

  it('nor is the one of the MCP server', () => {
    const { createOAuthDiscoveryFallbackMiddleware: create } = ofStrapi<
      Record<'createOAuthDiscoveryFallbackMiddleware', () => Middleware>
    >('services/mcp/middleware/oauthDiscoveryFallback.js');
    expect(isOfStrapi(create())).toBe(true);
  });

  it('the app’s own are', () => {
    expect(isOfStrapi(async () => {})).toBe(false);
  });
});

describe('the router of an app’s own', () => {
  /** Strapi's own, which is no dependency of this repository. */
  const Router = createRequire(require.resolve('@strapi/core'))('@koa/router') as new () => {
    routes(): Middleware;
    allowedMethods(): Middleware;
  };
  const [ofStrapis, own] = [new Router(), new Router()];

  it('is no part of Strapi’s, though its function has the same name', () => {
    expect(own.routes().name).toBe(ofStrapis.routes().name);
    expect(isOfRouter(ofStrapis.routes(), ofStrapis)).toBe(true);
    expect(isOfRouter(own.routes(), ofStrapis)).toBe(false);
    const dispatch = async (): Promise<void> => {};
    expect(isOfRouter(dispatch, ofStrapis)).toBe(false);
  });

  it('refuses methods as Strapi’s does', () => {
    expect(isOfRouter(own.allowedMethods(), ofStrapis)).toBe(true);
    const allowedMethods = async (): Promise<void> => {};
    expect(isOfRouter(allowedMethods, ofStrapis)).toBe(false);
  });
});
