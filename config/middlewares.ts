import type { Core } from '@strapi/strapi';
import { readCors } from '../src/newsroom/requests/request-environment';

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  { name: 'strapi::cors', config: { ...readCors(process.env), keepHeadersOnError: true } },
  'strapi::query',
  'global::read-text-body',
  // Strapi requires its own parser. That one would read any body sent to any path, so it is configured to parse nothing.
  // `read-text-body` above reads text, and `src/newsroom/requests/read-form.ts` reads forms with files.
  { name: 'strapi::body', config: { json: false, text: false, urlencoded: false, multipart: false } },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
