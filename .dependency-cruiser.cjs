// Which folder may import from which. Imports point one way only, types included; `npm run lint` keeps it.
// docs/architecture.md shows the same as a picture.

const SERVER = '^src/plugins/quote-snapshots/server/src/';
const ADMIN = '^src/plugins/quote-snapshots/admin/src/';

/** Files that any room of the server may import: names, what the plugin is configured with, lists in pieces, lines of log. */
const SHARED = ['(plugin-names|chunks-of|log-line)\\.ts$', 'config/'];

/** What a room works with in one Strapi. */
const CONTEXT = 'plugin-context\\.ts$';

/** The types of the services, which rooms that offer services keep to. */
const API = 'api\\.ts$';

/** What each room of the plugin's server may import, besides itself and what is shared. */
const MAY_IMPORT = {
  detection: [],
  // The messages of reasons: the admin UI words them too.
  reasons: [],
  instruments: ['detection', 'reasons', 'strapi'],
  providers: ['instruments'],
  'provider-kit': ['providers', 'instruments'],
  strapi: [],
  // The record has the figures of providers and the instruments of documents: as types, and nothing more.
  store: ['strapi', 'instruments', 'providers', 'reasons'],
  events: ['store', 'reasons', 'strapi', CONTEXT],
  capture: ['store', 'providers', 'events', 'instruments', 'reasons', 'strapi', CONTEXT],
  publication: ['capture', 'store', 'instruments', 'detection', 'reasons', 'strapi', CONTEXT],
  worker: ['publication', 'capture', 'events', 'store', 'reasons', 'strapi', CONTEXT],
  services: [
    'worker',
    'publication',
    'capture',
    'events',
    'store',
    'providers',
    'instruments',
    'detection',
    'reasons',
    'strapi',
    CONTEXT,
    API,
  ],
  'content-api': [
    'services',
    'publication',
    'capture',
    'events',
    'store',
    'providers',
    'instruments',
    'detection',
    'reasons',
    'strapi',
    CONTEXT,
    API,
  ],
  'admin-api': [
    'content-api',
    'services',
    'publication',
    'capture',
    'events',
    'store',
    'providers',
    'instruments',
    'detection',
    'reasons',
    'strapi',
    CONTEXT,
    API,
  ],
  mcp: [
    'admin-api',
    'content-api',
    'services',
    'publication',
    'capture',
    'events',
    'store',
    'providers',
    'instruments',
    'detection',
    'reasons',
    'strapi',
    CONTEXT,
    API,
  ],
};

const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
  name: `plugin-${room}`,
  comment: `${room}/ may import from ${others.join(', ') || 'nowhere but itself'}.`,
  severity: 'error',
  // The list of services is put together from all rooms, as the list of controllers is.
  from: { path: `${SERVER}${room}/`, pathNot: `${SERVER}services/index\\.ts$` },
  to: {
    path: SERVER,
    pathNot: [
      ...[room, ...others].map((name) => SERVER + (name.endsWith('$') ? name : `${name}/`)),
      ...SHARED.map((file) => SERVER + file),
    ],
  },
}));

/** What each folder of providers/ may import, besides itself and the contract of a provider, `quote-provider.ts`. */
const PROVIDERS_MAY_IMPORT = {
  loading: ['vendors', 'market-data'],
  client: ['quotas', 'market-data'],
  vendors: ['batches', 'http', 'quotas', 'market-data'],
  batches: ['http', 'market-data'],
  http: ['market-data'],
  quotas: [],
  'market-data': [],
};

const providerRooms = Object.entries(PROVIDERS_MAY_IMPORT).map(([room, others]) => ({
  name: `providers-${room}`,
  comment: `providers/${room}/ may import from ${others.join(', ') || 'nowhere but itself'}.`,
  severity: 'error',
  from: { path: `${SERVER}providers/${room}/` },
  to: {
    path: `${SERVER}providers/`,
    pathNot: [
      ...[room, ...others].map((name) => `${SERVER}providers/${name}/`),
      `${SERVER}providers/quote-provider\\.ts$`,
    ],
  },
}));

/** What each folder of the plugin's admin UI may import, besides itself and the files that all share. */
const ADMIN_MAY_IMPORT = {
  text: ['translations'],
  strapi: ['text'],
  api: ['strapi', 'settings/webhook-events\\.ts$'],
  figures: ['api', 'text'],
  listings: ['figures', 'api', 'strapi', 'text'],
  rows: ['record', 'listings', 'figures', 'api', 'strapi', 'text'],
  'content-type-builder': ['strapi', 'text'],
  links: ['text'],
  record: ['links', 'listings', 'figures', 'api', 'strapi', 'text'],
  'record-page': ['links', 'record', 'settings/cause-of\\.ts$', 'api', 'text'],
  suggestions: ['api', 'strapi', 'text'],
  marks: ['rows', 'api', 'strapi', 'text'],
  outlook: ['rows'],
  'near-misses': ['rows', 'api', 'text'],
  adding: ['rows', 'api', 'text'],
  panel: [
    'adding',
    'marks',
    'near-misses',
    'outlook',
    'rows',
    'record',
    'suggestions',
    'listings',
    'figures',
    'api',
    'content-type-builder',
    'strapi',
    'text',
  ],
  'list-view': ['record', 'figures', 'api', 'content-type-builder', 'strapi', 'text'],
  home: ['links', 'api', 'strapi', 'text'],
  settings: ['links', 'record', 'figures', 'api', 'strapi', 'text'],
};

const adminRooms = Object.entries(ADMIN_MAY_IMPORT).map(([room, others]) => ({
  name: `admin-${room}`,
  comment: `${room}/ of the admin UI may import from ${others.join(', ')}.`,
  severity: 'error',
  from: { path: `${ADMIN}${room}/` },
  to: {
    path: ADMIN,
    pathNot: [...[room, ...others].map((name) => ADMIN + name), `${ADMIN}(permissions|plugin-id)\\.ts$`],
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'No file imports itself, by whatever way; a circle of types is one too: a reader follows it just the same.',
      severity: 'error',
      from: { path: '^(src|config|bench)/' },
      to: { circular: true },
    },
    ...rooms,
    ...providerRooms,
    ...adminRooms,
    {
      name: 'plugin-root-is-on-top',
      comment: 'register, bootstrap, routes … put the rooms together: no room imports them.',
      severity: 'error',
      from: { path: `${SERVER}[^/]+/` },
      to: { path: `${SERVER}[^/]+\\.ts$`, pathNot: [...SHARED, CONTEXT, API].map((file) => SERVER + file) },
    },
    {
      name: 'plugin-context-below-what-uses-it',
      comment: 'The context is handed to publication/, capture/ and events/: it imports none of them.',
      severity: 'error',
      from: { path: SERVER + CONTEXT },
      to: {
        path: SERVER,
        pathNot: [...SHARED, 'providers/', 'instruments/', 'store/'].map((file) => SERVER + file),
      },
    },
    {
      name: 'packages-without-strapi',
      comment: 'detection/ and providers/ could be npm packages of their own: they know nothing of Strapi.',
      severity: 'error',
      from: { path: `${SERVER}(detection|providers|provider-kit)/` },
      to: { path: '@strapi/' },
    },
    {
      name: 'plugin-stands-alone',
      comment: 'The plugin works in any Strapi app: it imports nothing of this one.',
      severity: 'error',
      from: { path: '^src/plugins/([^/]+)/' },
      to: { path: '^(src|config|scripts|bench|tests)/', pathNot: '^src/plugins/$1/' },
    },
    {
      name: 'plugin-by-its-public-api',
      comment: 'The app asks the plugin what any app may: its services, or what the package exports.',
      severity: 'error',
      from: { path: '^(src|config)/', pathNot: '^src/plugins/' },
      to: { path: '^src/plugins/[^/]+/(server|admin)/' },
    },
    {
      name: 'rules-below-publication',
      comment: 'Publishing asks the rules; a rule judges what it is given, and knows nothing of who asks.',
      severity: 'error',
      from: { path: '^src/newsroom/rules/' },
      to: { path: '^src/(newsroom/(publication|visibility|access|requests|records)|preview|import|api)/' },
    },
    {
      name: 'newsroom-below-its-programs',
      comment: 'Preview, site, import, demo and the commands use the newsroom, and not the other way round.',
      severity: 'error',
      from: { path: '^src/newsroom/' },
      to: { path: '^src/(preview|site|article|import|demo|quotes|tokens|command-line|index\\.ts)' },
    },
    {
      name: 'programs-apart',
      comment: 'Preview, site and import know nothing of each other.',
      severity: 'error',
      from: { path: '^src/(preview|site|import)/' },
      to: { path: '^src/(preview|site|import|demo|quotes|tokens)/', pathNot: '^src/$1/' },
    },
    {
      name: 'article-below-its-pages',
      comment:
        'What an article looks like: preview and site show it. It knows formats of text, and no database.',
      severity: 'error',
      from: { path: '^src/article/' },
      to: { path: '^src/', pathNot: '^src/(article|newsroom/text)/' },
    },
    {
      name: 'site-from-the-api',
      comment:
        'The pages of the site are made of what the content API answers: what shows them asks for nothing else.',
      severity: 'error',
      from: { path: '^src/site/(pages|data)/' },
      to: {
        path: '^src/newsroom/',
        pathNot: '^src/newsroom/(site-addresses|text/|strapi/locales|requests/own-requests)',
      },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(src|config|scripts)/' },
      to: { path: '^(tests|bench)/' },
    },
  ],
  options: {
    // Imports of types are imports: they say what a file knows about.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
  },
};
