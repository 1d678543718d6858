import admin from './admin-api/admin-routes';

const get = (path: string, handler: string) => ({
  method: 'GET',
  path,
  handler: `quote-snapshot.${handler}`,
  config: {},
});

/** The content API is read-only: a relation is populated only for roles that may `find` its target. */
export default {
  admin,
  'content-api': {
    type: 'content-api',
    // `latest` first: it would else be read as a documentId.
    routes: [get('/latest', 'latest'), get('/', 'find'), get('/:id', 'findOne')],
  },
};
