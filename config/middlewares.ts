import type { Core } from '@strapi/strapi';
import { readCors } from '../src/newsroom/requests/request-environment';

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  { name: 'strapi::cors', config: { ...readCors(process.env), keepHeadersOnError: true } },
  'strapi::query',
  // Text alone: files are read where the route and the caller are known, see src/newsroom/requests/read-body.ts. An
  // article's body may be 1 MB of text, and more as blocks.
  { name: 'strapi::body', config: { jsonLimit: '10mb', multipart: false } },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
