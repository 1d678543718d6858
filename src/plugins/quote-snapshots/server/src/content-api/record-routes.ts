const get = (path: string, handler: string) => ({
  method: 'GET',
  path,
  handler: `quote-snapshot.${handler}`,
  config: {},
});

/** The content API, read-only. Strapi populates a relation only for roles that may `find` its target: hence `find`. */
export default {
  type: 'content-api',
  // `latest` comes first: after `/:id` it would be read as a documentId.
  routes: [get('/latest', 'latest'), get('/', 'find'), get('/:id', 'findOne')],
};
