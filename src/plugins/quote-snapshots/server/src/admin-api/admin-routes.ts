import type { ActionName } from './admin-controller';
import { PERMISSIONS } from './permissions';

const route = (method: 'GET' | 'POST', path: string, action: ActionName, ...actions: string[]) => ({
  method,
  path,
  handler: `admin.${action}`,
  config: {
    policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
  },
});

const { readSnapshots, recapture, void: voidSnapshot, readSettings } = PERMISSIONS;

/** The routes of the admin UI under `/quote-snapshots`, with the permissions that each requires. */
export default {
  type: 'admin',
  routes: [
    route('POST', '/preview', 'previewDraft', readSnapshots),
    route('POST', '/quotes', 'liveQuotes', readSnapshots),
    route('GET', '/documents/:uid/:documentId', 'currentSnapshots', readSnapshots),
    route('GET', '/documents/:uid/:documentId/history', 'earlierSnapshots', readSnapshots),
    route('POST', '/snapshots/:id/recapture', 'recapture', readSnapshots, recapture),
    route('POST', '/snapshots/:id/void', 'voidSnapshot', readSnapshots, voidSnapshot),
    route('POST', '/snapshots/:id/try-again', 'tryAgain', readSnapshots),
    route('POST', '/near-misses', 'findNearMisses', readSnapshots),
    route('POST', '/tickers', 'createTicker', readSnapshots),
    route('POST', '/tickers/add-all', 'createTickers', readSnapshots),
    route('POST', '/tickers/undo', 'undoTickers', readSnapshots),
    route('POST', '/summary', 'countStates', readSnapshots),
    route('GET', '/record', 'record', readSnapshots),
    route('GET', '/record.csv', 'exportRecord', readSnapshots),
    route('GET', '/attention', 'attention', readSnapshots),
    route('GET', '/settings', 'settings', readSettings),
    route('GET', '/status', 'status', readSettings),
    route('POST', '/check', 'check', readSettings),
  ],
};
