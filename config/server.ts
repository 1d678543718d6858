import type { Core } from '@strapi/strapi';
import { oneOf, wholeNumber } from '../src/newsroom/environment';
import { readProxy } from '../src/newsroom/requests/request-environment';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: wholeNumber(process.env, 'PORT', 1337, 65_535),
  proxy: readProxy(process.env),
  app: { keys: env.array('APP_KEYS')! },
  // A transfer into this newsroom overwrites everything, including the record of quotes, so it is off by default.
  transfer: { remote: { enabled: oneOf(process.env, 'REMOTE_TRANSFER', ['false', 'true']) === 'true' } },
  // Agents can write and publish content there, within the permissions of their admin token.
  mcp: { enabled: oneOf(process.env, 'MCP_ENABLED', ['false', 'true']) === 'true' },
  webhooks: { populateRelations: env.bool('WEBHOOKS_POPULATE_RELATIONS', false) },
});

export default config;
