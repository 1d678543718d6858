import type { Core } from '@strapi/strapi';
import { QUOTES_VARIABLES, readQuotesEnvironment } from '../src/newsroom/quotes-environment';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'quote-snapshots': {
    enabled: env.bool('QUOTES_ENABLED', true),
    resolve: './src/plugins/quote-snapshots',
    config: { ...readQuotesEnvironment(process.env), variables: QUOTES_VARIABLES },
  },
  graphql: {
    config: {
      endpoint: '/graphql',
      shadowCRUD: true,
      depthLimit: 10,
      defaultLimit: 25,
      maxLimit: 100,
      v4CompatibilityMode: false,
      landingPage: env('NODE_ENV') !== 'production',
      generateArtifacts: false,
    },
  },
  'users-permissions': {
    config: { jwtManagement: 'refresh', sessions: { httpOnly: true } },
  },
  upload: {
    config: {
      security: { allowedTypes: ['image/*', 'application/pdf'], deniedTypes: ['image/svg+xml'] },
    },
  },
});

export default config;
