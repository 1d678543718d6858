import { hasToBeDeclared } from '../../../src/plugins/response-cache/server/src/strapi/configured-middlewares';

describe('a middleware of config/middlewares', () => {
  it.each([
    ['strapi::ip'],
    [{ name: 'strapi::ip', config: { whitelist: ['10.0.0.0/8'] } }],
    [{ name: 'strapi::responses', config: { handlers: { 200: () => {} } } }],
    [{ name: 'strapi::cors', config: { origin: () => '*' } }],
    [
      {
        name: 'strapi::security',
        config: { contentSecurityPolicy: { directives: { 'script-src': ["'self'", () => "'nonce-1'"] } } },
      },
    ],
    ['global::tenant'],
    ['plugin::users-permissions.rateLimit'],
    [{ name: 'admin::mine' }],
    [{ resolve: './src/middlewares/tenant' }],
  ])('%j may decide on what a hit does not repeat', (one) => {
    expect(hasToBeDeclared(one)).toBe(true);
  });

  it.each([
    ['strapi::cors'],
    [{ name: 'strapi::cors', config: { origin: ['https://news.example'] } }],
    [{ name: 'strapi::security', config: { contentSecurityPolicy: false, hsts: null } }],
    [{ name: 'strapi::responses' }],
    ['strapi::errors'],
  ])('%j does not', (one) => {
    expect(hasToBeDeclared(one)).toBe(false);
  });
});
