import type { Core } from '@strapi/strapi';
import { readCors } from '../src/newsroom/requests/request-environment';

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  { name: 'strapi::cors', config: { ...readCors(process.env), keepHeadersOnError: true } },
  'strapi::query',
  'global::read-text-body',
  // Strapi demands its own parser. It would read whatever anybody sends to any path, so it parses nothing: text is read
  // above, forms with files in src/newsroom/requests/read-form.ts.
  { name: 'strapi::body', config: { json: false, text: false, urlencoded: false, multipart: false } },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
