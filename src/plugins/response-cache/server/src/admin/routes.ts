import { PERMISSIONS } from './permissions';

const route = (method: 'GET' | 'POST', path: string, handler: string, action: string) => ({
  method,
  path,
  handler: `admin.${handler}`,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [action] } },
    ],
  },
});

/** The routes that the settings page uses, under `/response-cache`. */
export default {
  admin: {
    type: 'admin',
    routes: [
      route('GET', '/status', 'status', PERMISSIONS.read),
      route('POST', '/clear', 'clear', PERMISSIONS.clear),
      route('POST', '/switch-on', 'switchOn', PERMISSIONS.clear),
    ],
  },
};
