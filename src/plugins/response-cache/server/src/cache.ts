import type { Core } from '@strapi/strapi';
import type { Declared } from './config/declared';
import type { PluginConfig } from './config/schema';
import type { Entries } from './entries/entries';
import type { FillEnd } from './entries/fill-end';
import type { RememberedKeys } from './entries/remembered-keys';
import type { Questions } from './freshness/ask-together';
import type { Freshness } from './freshness/freshness';
import type { Ledger } from './freshness/ledger';
import type { DependedOn, Roads } from './keys/request-key';
import type { Replayer } from './replay/replayer';
import type { Counters } from './status/counters';
import type { Gate } from './strapi/every-hit-passes';
import type { Recordings } from './strapi/watch-statements';

/** What switched the cache off, and why, for people to read. Only what shadow mode switched off may be switched on again. */
export interface Off {
  by: 'shadow' | 'middlewares';
  text: string;
}

/** What the parts share, once the plugin has started. */
export interface Cache {
  strapi: Core.Strapi;
  config: PluginConfig;
  entries: Entries;
  ledger: Ledger;
  freshness: Freshness;
  questions: Questions;
  counters: Counters;
  roads: Roads;
  /** Makes keys of this process: nobody can tell a token by its key. */
  secret: Buffer;
  /** Request headers that answers are kept apart by. */
  dependsOn: DependedOn;
  declared: Record<keyof PluginConfig['declared'], ReadonlyMap<string, Declared>>;
  recordings: Recordings;
  /** Fills under way, by key. */
  filling: Map<string, Promise<FillEnd>>;
  /** Undefined where no answer is checked again: a write to its tables ends it. */
  replayer: Replayer | undefined;
  /** Entries that are being checked again, by key: whether they held. */
  replaying: Map<string, Promise<boolean>>;
  /** Keys whose answers could not be stored the last time: nobody waits for them. */
  unfit: RememberedKeys;
  /** Keys whose answers were ended, and asked for again: the next ones are filled so that they can be checked. */
  ended: RememberedKeys;
  /** Whether a handler is Strapi's own, by its full name; looked up once. */
  stockHandlers: Map<string, boolean>;
  gate: Gate | undefined;
  signsFiles: boolean;
  /** Content types by table, for the tags of a CDN. */
  types: ReadonlyMap<string, string>;
  /** Whether requests are logged by Strapi's own middleware. */
  logs: boolean;
  /** Why nothing is cached at the moment; undefined where everything is as it should be. */
  off: Off | undefined;
}
