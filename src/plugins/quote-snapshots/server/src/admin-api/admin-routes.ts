import { PERMISSIONS } from './permissions';

const route = (method: 'GET' | 'POST', path: string, handler: string, ...actions: string[]) => ({
  method,
  path,
  handler: `admin.${handler}`,
  config: {
    policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
  },
});

const { readSnapshots, recapture, void: voidSnapshot, readSettings } = PERMISSIONS;

/** What the admin UI asks, under `/quote-snapshots`. */
export default {
  type: 'admin',
  routes: [
    route('POST', '/preview', 'preview', readSnapshots),
    route('POST', '/quotes', 'quotes', readSnapshots),
    route('GET', '/documents/:uid/:documentId', 'current', readSnapshots),
    route('GET', '/documents/:uid/:documentId/history', 'history', readSnapshots),
    route('POST', '/snapshots/:id/recapture', 'recapture', readSnapshots, recapture),
    route('POST', '/snapshots/:id/void', 'void', readSnapshots, voidSnapshot),
    route('POST', '/snapshots/:id/try-again', 'tryAgain', readSnapshots),
    route('POST', '/tickers', 'addTicker', readSnapshots),
    route('POST', '/summary', 'summary', readSnapshots),
    route('GET', '/attention', 'attention', readSnapshots),
    route('GET', '/settings', 'settings', readSettings),
    route('GET', '/status', 'status', readSettings),
    route('POST', '/check', 'check', readSettings),
  ],
};
