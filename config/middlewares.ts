import type { Core } from '@strapi/strapi';
import { LARGEST_UPLOAD } from '../src/newsroom/lockdown/uploads';
import { readCors, readRateLimits } from '../src/newsroom/lockdown/lockdown-environment';

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  { name: 'strapi::cors', config: { ...readCors(process.env), keepHeadersOnError: true } },
  { name: 'global::rate-limit', config: readRateLimits(process.env) },
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      // An article's body may be 1 MB of text, and more as blocks.
      jsonLimit: '10mb',
      formidable: { maxFileSize: LARGEST_UPLOAD },
    },
  },
  'global::well-formed',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
