import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Core } from '@strapi/strapi';
import { oneOf } from '../src/newsroom/environment';
import { apolloOptions } from '../src/newsroom/graphql/apollo-options';
import { MAX_UPLOAD_BYTES, UPLOAD_TYPES } from '../src/newsroom/requests/upload-limits';
import { readResponseCache } from '../src/newsroom/response-cache-environment';
import { QUOTES_VARIABLES, readQuotesEnvironment } from '../src/newsroom/quotes-environment';

/** Entries of a list: where the client names no number, and at most. */
const LISTS = { defaultLimit: 25, maxLimit: 100 };

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'quote-snapshots': {
    enabled: oneOf(process.env, 'QUOTES_ENABLED', ['true', 'false']) === 'true',
    resolve: './src/plugins/quote-snapshots',
    config: { ...readQuotesEnvironment(process.env), variables: QUOTES_VARIABLES },
  },
  'response-cache': {
    // Switched off, it still has to take its triggers away.
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
      // `false` would make Strapi leave Apollo's own landing page on in production.
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
