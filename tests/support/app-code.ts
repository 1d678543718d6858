import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GRAPHQL_CODE } from './graphql-code';

/** What an app may add of its own: handlers, policies, middlewares, and fields of GraphQL. */
const ROUTES = `const byKey = (name) => ({ name, authenticate: (ctx) => ({ authenticated: Boolean(ctx.get('x-api-key')), credentials: { key: ctx.get('x-api-key') } }), verify() {} });
module.exports = { routes: [
  ...['undeclared', 'by-tenant', 'until', 'no-limit', 'asks-itself', 'private', 'swallows', 'no-connection', 'in-a-transaction', 'varies', 'varies-by-tenant', 'no-transform', 'sets-cookie', 'says-no-store', 'encoded', 'varies-by-all', 'replace-resolver', 'replace-builders'].map((path) => ({
    method: 'GET', path: '/made-up/' + path, handler: 'made-up.' + path, config: { auth: false },
  })),
  { method: 'GET', path: '/made-up/policy', handler: 'api::company.company.find', config: { auth: false, policies: ['global::by-hour'] } },
  { method: 'GET', path: '/made-up/known-policy', handler: 'api::company.company.find', config: { auth: false, policies: ['global::open'] } },
  { method: 'GET', path: '/made-up/middleware', handler: 'api::company.company.find', config: { auth: false, middlewares: ['global::by-hour'] } },
  ...['behind-router', 'behind-known', 'behind-param/:madeUp', 'behind-head'].map((path) => ({
    method: 'GET', path: '/made-up/' + path, handler: 'api::company.company.find', config: { auth: false },
  })),
  ...['by-key', 'by-known-key'].map((name) => ({
    method: 'GET', path: '/made-up/' + name, handler: 'api::company.company.find', config: { auth: { scope: ['api::company.company.find'], strategies: [byKey(name), 'content-api-token'] } },
  })),
  { method: 'GET', path: '/made-up/function', handler: async (ctx) => { ctx.body = { count: await strapi.db.query('api::company.company').count() }; }, config: { auth: false } },
] };
`;

const CONTROLLER = `const count = () => strapi.db.query('api::company.company').count();
const says = (more) => async (ctx) => { ctx.body = { count: await count(), ...(await more(ctx)) }; };
module.exports = {
  undeclared: says(() => ({})),
  'by-tenant': says((ctx) => ({ tenant: ctx.get('x-tenant') })),
  until: says(() => ({ at: Date.now(), until: Date.now() + 1000 })),
  'no-limit': says(() => ({})),
  private: says((ctx) => { ctx.set('Cache-Control', 'private, max-age=60'); }),
  varies: says((ctx) => { ctx.vary('X-Lang'); return { lang: ctx.get('x-lang') }; }),
  'varies-by-tenant': says((ctx) => { ctx.vary('X-Tenant'); return { tenant: ctx.get('x-tenant') }; }),
  'no-transform': says((ctx) => { ctx.set('Cache-Control', 'public, max-age=0, no-transform'); return { text: 'x'.repeat(5000) }; }),
  'sets-cookie': says((ctx) => { ctx.cookies.set('seen', 'yes', { signed: false }); }),
  'says-no-store': says((ctx) => { ctx.set('Cache-Control', 'no-store'); }),
  encoded: async (ctx) => {
    ctx.set('Content-Encoding', 'gzip');
    ctx.type = 'json';
    ctx.body = require('node:zlib').gzipSync(JSON.stringify({ count: await count() }));
  },
  'varies-by-all': says((ctx) => { ctx.set('Vary', '*'); }),
  'replace-resolver': says(() => strapi.replaceLate()),
  'replace-builders': says(() => {
    const builders = strapi.plugin('graphql').service('builders').get('content-api');
    const stock = builders.buildQueriesResolvers;
    builders.buildQueriesResolvers = (options) => stock(options);
  }),
  // An error of the database that is caught, and something else answered.
  swallows: says(async () => ({
    found: await strapi.db.connection.raw("select json_extract('no json', '$.a') as found from companies limit 1").catch(() => 'nothing'),
  })),
  // The same where no connection can be had: the pool of SQLite has one.
  'no-connection': says(async () => {
    const { client } = strapi.db.connection;
    const held = await client.acquireConnection();
    const { acquireTimeoutMillis } = client.pool;
    client.pool.acquireTimeoutMillis = 50;
    try {
      return { again: await count().catch(() => 'nothing') };
    } finally {
      client.pool.acquireTimeoutMillis = acquireTimeoutMillis;
      await client.releaseConnection(held);
    }
  }),
  'in-a-transaction': async (ctx) => {
    await strapi.db.transaction(async ({ trx }) => {
      await trx('companies').update({ name: 'never committed' });
      const { payload } = await require('light-my-request')(strapi.server.app.callback(), { method: 'GET', url: ctx.query.url, headers: { host: ctx.get('host'), authorization: ctx.get('authorization') } });
      ctx.body = { seen: payload };
      throw new Error('rolled back');
    }).catch(() => undefined);
  },
  'asks-itself': says(async (ctx) => {
    const answer = await require('light-my-request')(strapi.server.app.callback(), { method: 'GET', url: '/api/made-up/undeclared', headers: { authorization: ctx.get('authorization') } });
    return JSON.parse(answer.payload);
  }),
};
`;

/** A global middleware that counts requests by itself, in steps as it is configured. */
const COUNT_BY = `module.exports = ({ step = 0 }) => {
  let counted = 0;
  return (ctx, next) => {
    counted += step;
    ctx.set('X-Counted', String(counted));
    return next();
  };
};
`;

const middlewaresOf = (
  compiled: string,
): string => `const given = require(${JSON.stringify(path.join(compiled, 'config/middlewares.js'))}).default;
module.exports = [...given, { name: 'global::count-by', config: { step: 10 } }];
`;

/** The compiled app's own, and code that changes GraphQL. */
const indexOf = (
  compiled: string,
): string => `const app = require(${JSON.stringify(path.join(compiled, 'src/index.js'))}).default;
module.exports = { ...app, register(tools) {
  app.register(tools);
  const { router } = tools.strapi.server;
  router.get('/api/made-up/behind-router', async function tenantOf(ctx, next) { await next(); ctx.body = { tenant: ctx.get('x-tenant') }; });
  router.get('/api/made-up/behind-known', async function declaredTenant(ctx, next) { await next(); ctx.body = { tenant: ctx.get('x-tenant') }; });
  router.head('/api/made-up/behind-head', (ctx, next) => next());
  router.param('madeUp', (_value, ctx, next) => next());
  (${GRAPHQL_CODE})(tools.strapi);
  tools.strapi.plugin('graphql').service('extension').use({
    typeDefs: 'extend type Company { unknown: String known: Float tenant: String }',
    resolvers: { Company: { unknown: () => 'x', known: () => Date.now(), tenant: (_company, _args, ctx) => ctx.koaContext.get('x-tenant') } },
  });
} };
`;

const configOf = (
  compiled: string,
  change: string,
): string => `const given = require(${JSON.stringify(path.join(compiled, 'config/plugins.js'))}).default;
const until = (_ctx, body) => JSON.parse(body).until;
const name = (action) => 'api::made-up.made-up.' + action;
module.exports = (tools) => {
  const config = given(tools);
  const { declared, everyHitPasses } = config['response-cache'].config;
  config['response-cache'].config = { ...config['response-cache'].config, everyHitPasses: [...everyHitPasses, 'global::count-by'], declared: {
    ...declared,
    handlers: [...declared.handlers, { name: name('by-tenant'), headers: ['X-Tenant'] }, { name: name('until'), validUntil: until }, { name: name('no-limit'), validUntil: () => undefined }, name('asks-itself'), name('private'), name('swallows'), name('no-connection'), name('varies'), name('varies-by-tenant'), name('no-transform'), name('sets-cookie'), name('says-no-store'), name('encoded'), name('varies-by-all')],
    policies: ['global::open'],
    strategies: [{ name: 'by-known-key', headers: ['x-api-key'] }],
    middlewares: [...declared.middlewares, { name: 'declaredTenant', headers: ['x-tenant'] }],
    resolvers: [...declared.resolvers, { name: 'Company.known', validUntil: (_ctx, body) => Math.min(...JSON.parse(body).data.companies.map(({ known }) => known)) + 1000 }, { name: 'Company.tenant', headers: ['x-tenant'] }],
  } };
  config.graphql.config.apolloServer = { ...config.graphql.config.apolloServer, allowBatchedHttpRequests: true, csrfPrevention: { requestHeaders: ['X-Own'] } };
  ${change}
  return config;
};
`;

const FILES: Readonly<Record<string, string>> = {
  'src/api/made-up/routes/made-up.js': ROUTES,
  'src/api/made-up/controllers/made-up.js': CONTROLLER,
  // Under the name of Strapi's own handler.
  'src/extensions/i18n/strapi-server.js': `module.exports = (plugin) => {
  const { listLocales } = plugin.controllers.locales;
  plugin.controllers.locales.listLocales = async (ctx) => {
    await listLocales(ctx);
    ctx.body = ctx.body.map((locale) => ({ ...locale, at: Date.now() }));
  };
  return plugin;
};
`,
  'src/policies/by-hour.js': 'module.exports = () => new Date().getHours() >= 0;\n',
  'src/policies/open.js': 'module.exports = () => true;\n',
  'src/middlewares/by-hour.js': 'module.exports = () => (ctx, next) => next();\n',
  'src/middlewares/count-by.js': COUNT_BY,
};

/**
 * Lays the compiled newsroom out a second time, with code of an app's own beside it, some of which is declared to the response
 * cache.
 *
 * @param target a folder inside of the project, where `require` finds packages
 * @param more `config`: statements that change the `config` of plugins; `files`: more of them, by their paths
 */
export const addAppCode = async (
  compiled: string,
  target: string,
  more: { config?: string; files?: Readonly<Record<string, string>> } = {},
): Promise<string> => {
  const copied = ['api', 'middlewares'];
  await mkdir(path.join(target, 'src'), { recursive: true });
  await mkdir(path.join(target, 'config'), { recursive: true });
  // Strapi passes over links among files of configuration.
  const given = (await readdir(path.join(compiled, 'config'))).filter((name) => name.endsWith('.js'));
  for (const name of given) {
    const content = `module.exports = require(${JSON.stringify(path.join(compiled, 'config', name))});\n`;
    await writeFile(path.join(target, 'config', name), content);
  }
  for (const name of await readdir(path.join(compiled, 'src'))) {
    const [from, to] = [path.join(compiled, 'src', name), path.join(target, 'src', name)];
    if (copied.includes(name)) await cp(from, to, { recursive: true });
    else if (name !== 'index.js') await symlink(from, to);
  }
  const files = {
    ...FILES,
    'src/index.js': indexOf(compiled),
    'config/plugins.js': configOf(compiled, more.config ?? ''),
    'config/middlewares.js': middlewaresOf(compiled),
    ...more.files,
  };
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(target, file)), { recursive: true });
    await writeFile(path.join(target, file), content);
  }
  return target;
};
