import type { Core } from '@strapi/strapi';
import type { Declared } from './config/declared';
import type { PluginConfig } from './config/schema';
import type { Entries } from './entries/entries';
import type { FillEnd } from './entries/fill-end';
import type { RememberedKeys } from './entries/remembered-keys';
import type { Questions } from './freshness/ask-together';
import type { Freshness } from './freshness/freshness';
import type { Ledger } from './freshness/ledger';
import type { DependedOn, Endpoints } from './keys/request-key';
import type { Replayer } from './replay/replayer';
import type { Counters } from './status/counters';
import type { Gate } from './strapi/every-hit-passes';
import type { StrategyWatch } from './strapi/strategies';
import type { Recordings } from './strapi/watch-statements';

/** What switched the cache off, and the reason in words. Only the cache that shadow mode switched off may be switched on again. */
export interface Off {
  by: 'shadow' | 'middlewares';
  text: string;
}

/** The state that all parts of the plugin share once it has started. */
export interface Cache {
  strapi: Core.Strapi;
  config: PluginConfig;
  entries: Entries;
  ledger: Ledger;
  freshness: Freshness;
  questions: Questions;
  counters: Counters;
  endpoints: Endpoints;
  /** Key of the hash that hides tokens in the keys of entries. It is made anew for each process. */
  secret: Buffer;
  /** Request headers by which answers are kept apart: those of declared code, and those that the app lets Apollo look at, among them. */
  dependsOn: DependedOn;
  declared: Record<keyof PluginConfig['declared'], ReadonlyMap<string, Declared>>;
  recordings: Recordings;
  /** Answers that Strapi is making at the moment, by key. */
  filling: Map<string, Promise<FillEnd>>;
  /** Undefined if answers are never checked again after a write. Then a write to one of its tables ends an answer. */
  replayer: Replayer | undefined;
  /** Entries that are being checked again after a write, by key. The result is whether the entry may be kept. */
  replaying: Map<string, Promise<boolean>>;
  /** Keys whose answers could not be stored the last time. Requests for these do not wait for each other. */
  unfit: RememberedKeys;
  /**
   * Keys whose answers a write has ended and that were asked for again. Their next answers are stored so that they can be checked
   * after a write.
   */
  ended: RememberedKeys;
  /** Whether a handler is Strapi's own, by its full name, so that each is looked up once. */
  stockHandlers: Map<string, boolean>;
  gate: Gate | undefined;
  strategies: StrategyWatch;
  signsFiles: boolean;
  /** Content types by table, for the tag header of a CDN. */
  types: ReadonlyMap<string, string>;
  /** Whether Strapi's own middleware logs requests. */
  logs: boolean;
  /** Why nothing is cached at the moment; undefined while the cache works. */
  off: Off | undefined;
}
