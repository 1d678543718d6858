import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Cache } from './cache';
import { indexByName, declaredHeaders } from './config/declared';
import type { PluginConfig } from './config/schema';
import { createEntries } from './entries/entries';
import { rememberKeys } from './entries/remembered-keys';
import { newQuestions } from './freshness/ask-together';
import { messageOf } from './freshness/message-of';
import type { OpenedFreshness } from './freshness/open-freshness';
import { newLedger, noteWrites, type Touched } from './freshness/ledger';
import type { Ignored } from './freshness/watched-tables';
import { patternOf } from './keys/path-pattern';
import { dependedOn, type Endpoints } from './keys/request-key';
import type { PluginState } from './plugin-state';
import type { Tables } from './reads/tables';
import type { Replayer } from './replay/replayer';
import { newCounters } from './status/counters';
import { csrfHeaders } from './strapi/apollo-code';
import { everyHitPasses } from './strapi/every-hit-passes';
import { storableFields } from './strapi/graphql-fields';
import { signsFiles, tablesWithDrafts, typesByTable } from './strapi/models';
import { watchStrategies } from './strapi/strategies';
import { watchStatements } from './strapi/watch-statements';

const MEGABYTE = 1024 * 1024;

const endpointsOf = (strapi: Core.Strapi, declaredRoutes: Iterable<string>): Endpoints => {
  const rest = strapi.config.get<string>('api.rest.prefix', '/api').replace(/\/$/, '');
  return {
    rest,
    graphql: strapi.plugin('graphql')?.config<string>('endpoint'),
    others: [...declaredRoutes].filter((path) => !path.startsWith(`${rest}/`)).map(patternOf),
  };
};

const logsRequests = (strapi: Core.Strapi): boolean =>
  strapi.config
    .get<(string | { name?: string })[]>('middlewares', ['strapi::logger'])
    .some((one) => (typeof one === 'string' ? one : one.name) === 'strapi::logger');

/** Returns the tables as they were last read from the database. The result is computed again only after they were read again. */
const knownTables = (
  { freshness, schema }: OpenedFreshness,
  ignored: Ignored,
  withDrafts: ReadonlySet<string>,
): (() => Tables) => {
  let known: Tables | undefined;
  let of: unknown;
  return () => {
    const watched = freshness.watched();
    if (known && of === watched) return known;
    of = watched;
    known = {
      schema,
      watched: new Set([...watched.tables].filter((name) => !watched.views.has(name))),
      unwatched: new Set([
        ...watched.views,
        ...watched.lost,
        ...[...ignored.tables].filter((name) => !watched.tables.has(name)),
      ]),
      functions: watched.functions,
      withDrafts,
      ignoredColumns: ignored.columns,
      ignoredTables: ignored.tables,
    };
    return known;
  };
};

/** Starts the cache. `opened` reports which tables were written to, which is how entries are found to be stale. */
export const startCache = async (
  strapi: Core.Strapi,
  config: PluginConfig,
  state: PluginState,
  opened: OpenedFreshness,
  ignored: Ignored,
  replayer: Replayer | undefined,
): Promise<Cache> => {
  const { freshness } = opened;
  const ledger = newLedger();
  const maxBytes = config.maxMegabytes * MEGABYTE;
  const tables = knownTables(opened, ignored, tablesWithDrafts(strapi));
  state.watchTables = async () => {
    if (opened.limited === undefined) await opened.watchTables();
  };
  state.stops.push(
    () => freshness.close(),
    () => replayer?.close(),
    watchStatements(strapi, state.recordings, tables, maxBytes),
  );
  if (state.graphql)
    state.storableFields = storableFields(
      state.graphql,
      new Set(indexByName(config.declared.resolvers).keys()),
    );
  const note = (touched: Touched): void => noteWrites(ledger, touched);
  return {
    strapi,
    config,
    entries: createEntries(maxBytes),
    ledger,
    freshness,
    questions: newQuestions(
      () => {
        const touched = freshness.ask();
        return touched instanceof Promise ? touched.then(note) : note(touched);
      },
      (error) =>
        strapi.log.warn(
          `response-cache: Strapi answers, because the database did not say what was written: ${messageOf(error)}. This is logged again only after it has said so in between.`,
        ),
    ),
    counters: newCounters(Date.now()),
    endpoints: endpointsOf(strapi, indexByName(config.declared.routes).keys()),
    secret: randomBytes(32),
    dependsOn: dependedOn([
      ...new Set([...declaredHeaders(Object.values(config.declared)), ...csrfHeaders(strapi)]),
    ]),
    declared: {
      handlers: indexByName(config.declared.handlers),
      routes: indexByName(config.declared.routes),
      policies: indexByName(config.declared.policies),
      middlewares: indexByName(config.declared.middlewares),
      resolvers: indexByName(config.declared.resolvers),
      strategies: indexByName(config.declared.strategies),
    },
    recordings: state.recordings,
    filling: new Map(),
    replayer,
    replaying: new Map(),
    unfit: rememberKeys(maxBytes),
    ended: rememberKeys(maxBytes),
    stockHandlers: new Map(),
    gate: everyHitPasses(strapi, config.everyHitPasses, state.middlewares.madeOf),
    strategies: watchStrategies(strapi, state.strategies),
    signsFiles: await signsFiles(strapi),
    types: typesByTable(strapi),
    logs: logsRequests(strapi),
    off: undefined,
  };
};
