import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { PluginConfig } from './config/schema';
import { createTickerDirectory, type TickerDirectory } from './instruments/ticker-directory';
import { PLUGIN } from './plugin-names';
import { createQuoteDesk, loadProvider, type QuoteDesk } from './providers';
import type { QuoteProvider } from './providers';
import { newLeaseOwner } from './store/lease';
import type { SnapshotRow } from './store/snapshot-row';
import { createUsageLedger } from './store/usage-ledger';

/** The captures for which one request waits, and its deadline. */
export interface RequestWait {
  captures: Promise<void>[];
  /** Epoch milliseconds, set by the first capture. A request has one deadline, however much it publishes. */
  until: number | null;
}

/** A row that is no longer pending and whose events must be sent. */
export type UnannouncedRow = Pick<SnapshotRow, 'relatedKey' | 'relatedType'>;

/** The present work of this process. All state that changes while the plugin runs is here or in the database. */
export interface WorkUnderWay {
  /** Set at shutdown. From then on nothing new is started. */
  stopping: boolean;
  /** The owner of the leases of rows that publications insert and that this node will capture. */
  readonly publicationOwner: string;
  /** The owners of the running claims. */
  readonly claimOwners: Set<string>;
  readonly captures: Set<Promise<void>>;
  readonly requests: WeakMap<object, RequestWait>;
  /** documentIds of the rows that the caller's batch will capture at its end. */
  readonly batch: AsyncLocalStorage<Set<string>>;
  queuedEvents: UnannouncedRow[];
  eventTimer: NodeJS.Timeout | undefined;
  readonly announcements: Set<Promise<void>>;
  workerTurn: Promise<void> | undefined;
}

/** The state of the plugin in one Strapi instance. The functions of publication/, capture/, events/ and worker/ take it. */
export interface PluginContext {
  readonly strapi: Core.Strapi;
  readonly config: PluginConfig;
  readonly provider: QuoteProvider;
  readonly fallback: QuoteProvider | undefined;
  /** Asks the providers for quotes, in batches, and caches the answers. */
  readonly desk: QuoteDesk;
  readonly directory: TickerDirectory;
  /** Starts a job outside of its caller's transaction, request and batch. */
  readonly outside: <T>(start: () => T) => T;
  readonly underWay: WorkUnderWay;
}

/**
 * Reads the configuration and loads the providers. Must be called outside of transactions, because everything that `outside` starts
 * later runs in the asynchronous context of this call.
 *
 * @throws Error that names the option or the variable if a provider cannot be loaded as configured
 */
export const createPluginContext = (strapi: Core.Strapi): PluginContext => {
  const config = strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`);
  const appRoot = strapi.dirs.app.root;
  /** The name of an option for an operator: the variable that sets it, if the app names one. */
  const nameOf = (option: string): string => config.variables[option] ?? option;
  const provider = loadProvider({ ...config.provider, appRoot }, nameOf('provider.name'));
  const fallback = config.fallback
    ? loadProvider({ ...config.fallback, appRoot }, nameOf('fallback.name'))
    : undefined;
  return {
    strapi,
    config,
    provider,
    fallback,
    desk: createQuoteDesk({
      provider,
      fallback,
      ledger: createUsageLedger(strapi),
      visitorShare: config.visitorShare / 100,
    }),
    directory: createTickerDirectory(strapi, config.tickerType, config.splitsAttribute),
    outside: AsyncLocalStorage.snapshot(),
    underWay: {
      stopping: false,
      publicationOwner: newLeaseOwner(),
      claimOwners: new Set(),
      captures: new Set(),
      requests: new WeakMap(),
      batch: new AsyncLocalStorage(),
      queuedEvents: [],
      eventTimer: undefined,
      announcements: new Set(),
      workerTurn: undefined,
    },
  };
};

const contexts = new WeakMap<Core.Strapi, PluginContext>();

/** The context of a Strapi that has started; undefined if it was only registered, as for `strapi ts:generate-types`. */
export const existingContext = (strapi: Core.Strapi): PluginContext | undefined => contexts.get(strapi);

/** The context of a Strapi instance, created at the first call. */
export const pluginContext = (strapi: Core.Strapi): PluginContext => {
  const context = contexts.get(strapi) ?? createPluginContext(strapi);
  contexts.set(strapi, context);
  return context;
};
