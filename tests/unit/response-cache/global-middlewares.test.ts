import path from 'node:path';
import { isOfStrapi } from '../../../src/plugins/response-cache/server/src/strapi/global-middlewares';

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
