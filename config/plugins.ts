import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Core } from '@strapi/strapi';
import { oneOf } from '../src/newsroom/environment';
import { apolloOptions } from '../src/newsroom/graphql/apollo-options';
import { MAX_UPLOAD_BYTES, UPLOAD_TYPES } from '../src/newsroom/requests/upload-limits';
import { readResponseCache } from '../src/newsroom/response-cache-environment';
import { QUOTES_VARIABLES, readQuotesEnvironment } from '../src/newsroom/quotes-environment';

/** The number of entries in a list: the default, and the maximum. */
const LISTS = { defaultLimit: 25, maxLimit: 100 };

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'quote-snapshots': {
    enabled: oneOf(process.env, 'QUOTES_ENABLED', ['true', 'false']) === 'true',
    resolve: './src/plugins/quote-snapshots',
    config: { ...readQuotesEnvironment(process.env), variables: QUOTES_VARIABLES },
  },
  'response-cache': {
    // A switched-off cache must still start, to remove its triggers.
    enabled: true,
    resolve: './src/plugins/response-cache',
    config: readResponseCache(process.env),
  },
  graphql: {
    config: {
      endpoint: '/graphql',
      shadowCRUD: true,
      depthLimit: 10,
      ...LISTS,
      v4CompatibilityMode: false,
      // With `false`, Strapi would leave Apollo's own landing page on in production.
      landingPage: env('NODE_ENV') === 'production' ? () => ApolloServerPluginLandingPageDisabled() : true,
      generateArtifacts: false,
      apolloServer: apolloOptions(LISTS, env('NODE_ENV') === 'production'),
    },
  },
  'users-permissions': {
    config: { jwtManagement: 'refresh', sessions: { httpOnly: true } },
  },
  upload: { config: { sizeLimit: MAX_UPLOAD_BYTES, security: UPLOAD_TYPES } },
});

export default config;
