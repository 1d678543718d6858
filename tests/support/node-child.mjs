// A newsroom in a process of its own, at the beck and call of a test: it can be killed at any statement, and its clock
// can be put forward. Speaks over IPC: { id, act, args } in, { id, result } or { id, error } out.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(path.join(root, 'package.json'));

// Before anything is loaded: everybody reads this clock.
const RealDate = Date;
let ahead = 0;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }
  static now() {
    return RealDate.now() + ahead;
  }
  static [Symbol.hasInstance](value) {
    return value instanceof RealDate;
  }
};

const ARTICLE = 'api::article.article';
const SNAPSHOT = 'plugin::quote-snapshots.quote-snapshot';
const { createStrapi } = require('@strapi/strapi');
// A compiled app is source and result in one.
const appDir = process.env.APP_DIR ?? root;
const distDir = process.env.DIST_DIR ?? process.env.APP_DIR ?? path.join(root, 'dist');
const strapi = await createStrapi({ appDir, distDir }).load();
// Tests say when time passes: nothing is retried behind their back.
strapi.cron.destroy();
// A process that is killed loses no write that the system has taken: commits need not wait for the disk.
if (strapi.db.dialect.client === 'sqlite') await strapi.db.connection.raw('pragma synchronous = off');
strapi.server.mount();

const body = (text) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const articles = () => strapi.documents(ARTICLE);
const capture = () => strapi.plugin('quote-snapshots').service('capture');
/** A module of the compiled newsroom. */
const newsroom = (name) => require(path.join(distDir, 'src/newsroom', `${name}.js`));
const events = [];
strapi.eventHub.subscribe((event, payload) => {
  if (/^(quote-snapshots|response-cache)\.|^article\.held-back$/.test(event))
    events.push({ event, ...payload });
});

const acts = {
  /**
   * Dies, as by SIGKILL, at the nth statement (from 1) that matches; `after` it, once it is answered, or at whatever
   * statement comes next: knex tells of no answer to a commit.
   */
  dieAt: ({ pattern, nth = 1, after = false }) => {
    const die = () => process.kill(process.pid, 'SIGKILL');
    let seen = 0;
    strapi.db.connection.on('query', ({ sql }) => {
      if (seen === nth) return die();
      if (new RegExp(pattern, 'i').test(sql)) seen += 1;
      if (seen === nth && !after) die();
    });
    strapi.db.connection.on('query-response', () => {
      if (seen === nth) die();
    });
  },
  advance: ({ milliseconds }) => {
    ahead += milliseconds;
    strapi.plugin('quote-snapshots').service('clock').shift(milliseconds);
    // The newsroom's own clock, as src/newsroom/clock/database-time.ts shifts it.
    const shift = strapi.config.get('newsroom.clockShiftMs', 0);
    strapi.config.set('newsroom.clockShiftMs', shift + milliseconds);
  },
  /** Its own clock is wrong; the database's is not. */
  skew: ({ milliseconds }) => {
    ahead += milliseconds;
  },
  create: async ({ title, text }) =>
    (await articles().create({ data: { title, body: body(text) } })).documentId,
  edit: ({ documentId, text }) =>
    articles()
      .update({ documentId, data: { body: body(text) } })
      .then(() => null),
  publish: ({ documentId }) =>
    articles()
      .publish({ documentId })
      .then(() => null),
  unpublish: ({ documentId }) =>
    articles()
      .unpublish({ documentId })
      .then(() => null),
  recapture: ({ documentId, reason }) => capture().recapture(documentId, reason),
  /**
   * To be published some milliseconds from now, by the database's clock, unpublished at another instant if one is given, and under
   * embargo until a third one.
   */
  schedule: async ({ documentId, inMs, untilMs, embargoMs }) => {
    const now = await newsroom('clock/database-time').databaseTime(strapi);
    const at = (milliseconds) => new Date(now.getTime() + milliseconds);
    const data = {
      publishAt: at(inMs),
      ...(untilMs === undefined ? {} : { unpublishAt: at(untilMs) }),
      ...(embargoMs === undefined ? {} : { embargoUntil: at(embargoMs) }),
    };
    await articles().update({ documentId, data });
    return null;
  },
  /** Those of the draft. */
  times: async ({ documentId }) => {
    const { publishAt, unpublishAt, embargoUntil } = await strapi.db
      .query(ARTICLE)
      .findOne({ where: { documentId, publishedAt: null } });
    return { publishAt, unpublishAt, embargoUntil };
  },
  turn: () =>
    strapi
      .service('api::article.schedule')
      .runTurn()
      .then(() => null),
  articleActs: async ({ documentId }) => {
    const acts = await strapi.db
      .query('api::article-act.article-act')
      .findMany({ where: { articleDocumentId: documentId }, orderBy: { id: 'asc' } });
    return acts.map(({ act }) => act);
  },
  work: () => capture().runWorkerTurn(),
  settled: () => capture().flush(),
  /** With reasons in English. */
  record: async ({ documentId }) => {
    const rows = await strapi.db
      .query(SNAPSHOT)
      .findMany({ where: { relatedDocumentId: documentId }, orderBy: { id: 'asc' } });
    const reasons = strapi.plugin('quote-snapshots').service('reasons');
    return rows.map((row) => ({ ...row, reason: reasons.inWords(row, 'en') }));
  },
  /** What readers are shown: the quotes of all documents of a type, by documentId and locale. */
  quotes: async ({ uid }) => {
    const documents = await strapi.documents(uid).findMany({ locale: '*', populate: ['quoteSnapshots'] });
    return documents.map(({ documentId, locale, quoteSnapshots }) => ({
      documentId,
      locale,
      quoteSnapshots,
    }));
  },
  isPublished: async ({ documentId }) =>
    (await strapi.db.query(ARTICLE).count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0,
  status: () => strapi.plugin('quote-snapshots').service('status').read(),
  events: () => events,
  sql: ({ sql }) => strapi.db.connection.raw(sql).then(() => null),
  /** What a tool does that goes past the document service. */
  insertPublished: ({ documentId, text }) => {
    const entry = { documentId, locale: 'en', title: documentId, slug: documentId, body: body(text) };
    return strapi.db
      .query(ARTICLE)
      .create({ data: { ...entry, publishedAt: new Date() } })
      .then(() => null);
  },
  /** Listens, for `strapi transfer` to come. */
  receive: async () => {
    await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
    const given = { name: 'Test', description: '', permissions: ['push'], lifespan: null };
    const { accessKey } = await strapi.service('admin::transfer').token.create(given);
    return { url: `http://127.0.0.1:${strapi.server.httpServer.address().port}/admin`, token: accessKey };
  },
  stop: () => strapi.destroy().then(() => null),
};

process.on('message', async ({ id, act, args }) => {
  try {
    process.send({ id, result: (await acts[act](args ?? {})) ?? null });
    if (act === 'stop') process.disconnect();
  } catch (error) {
    process.send({ id, error: error.stack ?? String(error) });
  }
});
process.send({ id: 0, result: 'ready' });
