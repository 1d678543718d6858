/**
 * What code of an app may do to what Strapi has made of GraphQL: each line changes another field, most of them so that it
 * says `x`.
 */
export const GRAPHQL_CODE = `(strapi) => {
  const extension = strapi.plugin('graphql').service('extension');
  const x = () => 'x';
  extension.use(({ nexus }) => ({
    types: [
      [nexus.extendType({ type: 'Company', definition(t) {
        t.string('coined', { resolve: x });
        t.string('slug', { resolve: x });
      } })],
      nexus.extendType({ type: 'Pagination', definition: (t) => t.int('total', { resolve: () => 7 }) }),
      nexus.extendType({ type: 'Query', definition: (t) => t.list.field('disclaimers', { type: 'Disclaimer', resolve: () => [{ name: 'x' }] }) }),
      nexus.scalarType({ name: 'Clock', serialize: String, parseValue: () => Date.now(), parseLiteral: () => Date.now() }),
    ],
    plugins: [
      nexus.plugin({
        name: 'Wraps',
        onCreateFieldResolver: ({ parentTypeConfig, fieldConfig }) =>
          parentTypeConfig.name === 'Company' && fieldConfig.name === 'legalName' ? x : undefined,
        onAddOutputField(field) {
          if (field.parentType === 'Query' && field.name === 'disclaimerWordings') field.args = { ...field.args, now: nexus.arg({ type: 'Clock' }) };
        },
        onAfterBuild(schema) { schema.getType('Company').getFields().website.resolve = x; },
      }),
    ],
    resolvers: {
      DateTime: { serialize: x },
      ENUM_ARTICLE_KIND: { news: 'analysis', analysis: 'news' },
      GenericMorph: { __resolveType: () => 'Company' },
      Company: { description: { resolve: x } },
    },
    resolversConfig: { Company: { country: { middlewares: [x] }, aliases: { policies: ['global::by-hour'] } } },
  }));
  const content = strapi.plugin('graphql').service('content-api');
  const build = content.buildSchema.bind(content);
  content.buildSchema = () => {
    const schema = build();
    const fields = schema.getType('Company').getFields();
    fields.sector.resolve = x;
    strapi.replaceLate = () => { fields.lei.resolve = x; };
    return schema;
  };
}`;

/** Has Apollo run code for each request, and declares none of it. */
export const APOLLO_CODE = `
  const { apolloServer } = config.graphql.config;
  const asked = { requestDidStart: async () => ({ willSendResponse: async ({ response }) => { response.body.singleResult.extensions = { at: Date.now() }; } }) };
  config.graphql.config.landingPage = () => asked;
  config.graphql.config.apolloServer = { ...apolloServer, stringifyResult: (value) => JSON.stringify({ ...value, now: Date.now() }) };
  const cache = config['response-cache'].config.declared;
  cache.resolvers = cache.resolvers.filter((name) => name !== 'apolloServer.plugins');
`;

/** A file that extends the GraphQL plugin of Strapi. */
export const EXTENSION = 'module.exports = (plugin) => plugin;\n';
