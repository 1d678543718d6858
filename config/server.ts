import type { Core } from '@strapi/strapi';
import { wholeNumber } from '../src/newsroom/environment';
import { readProxy } from '../src/newsroom/lockdown/lockdown-environment';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: wholeNumber(process.env, 'PORT', 1337, 65_535),
  proxy: readProxy(process.env),
  app: { keys: env.array('APP_KEYS')! },
  webhooks: { populateRelations: env.bool('WEBHOOKS_POPULATE_RELATIONS', false) },
});

export default config;
