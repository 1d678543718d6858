import type { Core } from '@strapi/strapi';
import { grantAccess } from './newsroom/access';
import { guardFileRoutes } from './newsroom/files/guard-file-routes';
import { guardFileServices } from './newsroom/files/guard-file-services';
import { trackAdminTokenAbilities } from './newsroom/strapi/request-ability';
import { guardNewLocales } from './newsroom/admin-api/guard-new-locales';
import { guardDisclaimers } from './newsroom/disclaimers/guard-disclaimers';
import { hideWordingMutations, refuseWordingWrites } from './newsroom/disclaimers/refuse-wording-writes';
import { guardLocaleDeletion } from './newsroom/admin-api/guard-locale-deletion';
import { requirePermissions, disableUploadFromUrls } from './newsroom/admin-api/guard-routes';
import { translateInputErrors } from './newsroom/requests/translate-input-errors';
import { readIpv6Prefix, readRateLimits } from './newsroom/requests/request-environment';
import { limitSearches } from './newsroom/rate-limits/limit-searches';
import { guardSignInMutations } from './newsroom/graphql/guard-sign-in';
import { limitQueryCost } from './newsroom/query-cost/limit-query-cost';
import { refuseDraftActions } from './newsroom/admin-api/refuse-draft-actions';
import { installRequestIntake } from './newsroom/requests/request-intake';
import { addPublicationChecks } from './newsroom/publication/publication-checks';
import { countReadableDocuments } from './newsroom/admin-api/count-readable-documents';
import { guardRequestedEntries } from './newsroom/admin-api/guard-requested-entries';
import { isolateDrafts } from './newsroom/visibility/isolate-drafts';
import { prepareNewDatabase } from './newsroom/first-start';
import { optimizeLists } from './newsroom/lists/optimize-lists';
import { guardPublication } from './newsroom/publication/publication-guard';
import { validateRecords } from './newsroom/records/validate-records';
import { refuseIdentityInData } from './newsroom/records/refuse-identity-in-data';
import { fillSlugs } from './newsroom/records/fill-slugs';
import { createPreviewPage, OWN_PAGE } from './preview/preview-page';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.documents.use(translateInputErrors(strapi));
    strapi.documents.use(refuseIdentityInData(strapi));
    strapi.documents.use(guardNewLocales(strapi));
    strapi.documents.use(limitSearches(strapi));
    strapi.documents.use(validateRecords(strapi));
    strapi.documents.use(fillSlugs(strapi));
    strapi.server.routes([
      { method: 'GET', path: OWN_PAGE, handler: createPreviewPage(strapi), config: { auth: false } },
    ]);
    strapi.documents.use(refuseWordingWrites);
    hideWordingMutations(strapi);
    strapi.documents.use(guardDisclaimers(strapi));
    const [limits, prefix] = [readRateLimits(process.env), readIpv6Prefix(process.env)];
    installRequestIntake(strapi, limits, prefix);
    limitQueryCost(strapi);
    guardSignInMutations(strapi, limits.signIn, prefix);
    guardRequestedEntries(strapi);
    addPublicationChecks(strapi);
    requirePermissions(strapi);
    disableUploadFromUrls(strapi);
    refuseDraftActions(strapi);
    guardFileRoutes(strapi);
    guardFileServices(strapi);
    trackAdminTokenAbilities(strapi);
    guardLocaleDeletion(strapi);
    // Last, so that it is inside of all the others: what they change is what it sees published.
    strapi.documents.use(guardPublication(strapi));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    isolateDrafts(strapi);
    countReadableDocuments(strapi);
    await optimizeLists(strapi);
    await prepareNewDatabase(strapi);
    await grantAccess(strapi);
  },
};
