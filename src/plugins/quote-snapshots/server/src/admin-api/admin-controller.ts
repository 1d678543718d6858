import type { Core } from '@strapi/strapi';
import { attention } from './actions/attention';
import { check } from './actions/check';
import { countStates } from './actions/count-states';
import { createTicker } from './actions/create-ticker';
import { createTickers } from './actions/create-tickers';
import { currentSnapshots } from './actions/current-snapshots';
import { earlierSnapshots } from './actions/earlier-snapshots';
import { exportRecord } from './actions/export-record';
import { findNearMisses } from './actions/find-near-misses';
import { liveQuotes } from './actions/live-quotes';
import { previewDraft } from './actions/preview-draft';
import { recapture } from './actions/recapture';
import { record } from './actions/record';
import { settings } from './actions/settings';
import { status } from './actions/status';
import { tryAgain } from './actions/try-again';
import { undoTickers } from './actions/undo-tickers';
import { voidSnapshot } from './actions/void-snapshot';
import type { AdminContext } from './admin-context';

const ACTIONS = {
  attention,
  check,
  countStates,
  createTicker,
  createTickers,
  currentSnapshots,
  earlierSnapshots,
  exportRecord,
  findNearMisses,
  liveQuotes,
  previewDraft,
  recapture,
  record,
  settings,
  status,
  tryAgain,
  undoTickers,
  voidSnapshot,
};

export type ActionName = keyof typeof ACTIONS;

/**
 * The actions of the admin UI, one in each file. The routes check the plugin's permissions, and the actions check those on the
 * documents.
 */
export default ({ strapi }: { strapi: Core.Strapi }) =>
  Object.fromEntries(
    Object.entries(ACTIONS).map(([name, act]) => [name, (ctx: AdminContext) => act(strapi, ctx)]),
  );
