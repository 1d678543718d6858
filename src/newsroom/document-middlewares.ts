import type { Core, Modules } from '@strapi/strapi';
import { refuseActWrites } from './audit/refuse-act-writes';
import { guardNewLocales } from './admin-api/guard-new-locales';
import { refuseNewsroomFields } from './corrections/refuse-newsroom-fields';
import { refusePublicationWrites } from './corrections/refuse-publication-writes';
import { guardDisclaimers } from './disclaimers/guard-disclaimers';
import { refuseWordingWrites } from './disclaimers/refuse-wording-writes';
import { guardPublication } from './publication/publication-guard';
import { limitSearches } from './rate-limits/limit-searches';
import { dropEmptyLocales } from './records/drop-empty-locales';
import { fillSlugs } from './records/fill-slugs';
import { refuseIdentityInData } from './records/refuse-identity-in-data';
import { validateRecords } from './records/validate-records';
import { guardFrozenLinks } from './schedule/guard-frozen-links';
import { guardTimes } from './schedule/guard-times';
import { translateInputErrors } from './requests/translate-input-errors';

/** The middlewares of every document service call (REST, GraphQL, admin API, MCP and code), from the outside in. */
export const documentMiddlewares = (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware[] => [
  // This one is first, so that all others see the locale that is written.
  dropEmptyLocales,
  translateInputErrors(strapi),
  refuseIdentityInData(strapi),
  guardNewLocales(strapi),
  limitSearches(strapi),
  validateRecords(strapi),
  fillSlugs(strapi),
  refuseWordingWrites,
  refusePublicationWrites,
  refuseNewsroomFields,
  refuseActWrites,
  guardDisclaimers(strapi),
  // Outside of `guardPublication`, so that times are locked and checked before the rules.
  guardTimes(strapi),
  guardFrozenLinks(strapi),
  // Innermost, so that it validates and publishes the changes of all others.
  guardPublication(strapi),
];
