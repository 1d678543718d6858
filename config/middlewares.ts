import type { Core } from '@strapi/strapi';
import { readCors } from '../src/newsroom/lockdown/lockdown-environment';

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  { name: 'strapi::cors', config: { ...readCors(process.env), keepHeadersOnError: true } },
  'strapi::query',
  // Strapi demands it, and it would read whatever anybody sends to any path, files included. Bodies are read where the
  // route and the caller are known: see src/newsroom/lockdown/take-in-requests.ts.
  { name: 'strapi::body', config: { json: false, text: false, urlencoded: false, multipart: false } },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
