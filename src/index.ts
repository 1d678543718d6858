import type { Core } from '@strapi/strapi';
import { grantAccess } from './newsroom/access';
import { guardFiles } from './newsroom/admin-api/guard-files';
import { guardNewLocales } from './newsroom/admin-api/guard-new-locales';
import { guardDisclaimers } from './newsroom/disclaimers/guard-disclaimers';
import { hideWordingMutations, refuseWordingWrites } from './newsroom/disclaimers/refuse-wording-writes';
import { guardLocales } from './newsroom/admin-api/guard-locale-deletion';
import { requireRights, switchOffUploadFromUrls } from './newsroom/admin-api/guard-routes';
import { nameInputErrors } from './newsroom/requests/translate-input-errors';
import { readIpv6Prefix, readRateLimits } from './newsroom/requests/request-environment';
import { limitSearches } from './newsroom/rate-limits/limit-searches';
import { guardGraphqlSignIn } from './newsroom/graphql/guard-sign-in';
import { refuseCostlyQueries } from './newsroom/query-cost/limit-query-cost';
import { refuseDraftsOfNone } from './newsroom/admin-api/refuse-draft-actions';
import { takeInRequests } from './newsroom/requests/request-intake';
import { addPublicationChecks } from './newsroom/publication/publication-checks';
import { countWhatIsRead } from './newsroom/admin-api/count-readable-documents';
import { guardAdminEntries } from './newsroom/admin-api/guard-requested-entries';
import { keepDraftsInside } from './newsroom/visibility/isolate-drafts';
import { prepareNewDatabase } from './newsroom/first-start';
import { readListsByIndex } from './newsroom/lists/optimize-lists';
import { overseePublication } from './newsroom/publication/publication-guard';
import { checkRecords } from './newsroom/records/validate-records';
import { keepIdentity } from './newsroom/records/refuse-identity-in-data';
import { fillSlugs } from './newsroom/records/fill-slugs';
import { createPreviewPage, OWN_PAGE } from './preview/preview-page';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.documents.use(nameInputErrors(strapi));
    strapi.documents.use(keepIdentity(strapi));
    strapi.documents.use(guardNewLocales(strapi));
    strapi.documents.use(limitSearches(strapi));
    strapi.documents.use(checkRecords(strapi));
    strapi.documents.use(fillSlugs(strapi));
    strapi.server.routes([
      { method: 'GET', path: OWN_PAGE, handler: createPreviewPage(strapi), config: { auth: false } },
    ]);
    strapi.documents.use(refuseWordingWrites);
    hideWordingMutations(strapi);
    strapi.documents.use(guardDisclaimers(strapi));
    const [limits, prefix] = [readRateLimits(process.env), readIpv6Prefix(process.env)];
    takeInRequests(strapi, limits, prefix);
    refuseCostlyQueries(strapi);
    guardGraphqlSignIn(strapi, limits.signIn, prefix);
    guardAdminEntries(strapi);
    addPublicationChecks(strapi);
    requireRights(strapi);
    switchOffUploadFromUrls(strapi);
    refuseDraftsOfNone(strapi);
    guardFiles(strapi);
    guardLocales(strapi);
    // Last, so that it is inside of all the others: what they change is what it sees published.
    strapi.documents.use(overseePublication(strapi));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    keepDraftsInside(strapi);
    countWhatIsRead(strapi);
    await readListsByIndex(strapi);
    await prepareNewDatabase(strapi);
    await grantAccess(strapi);
  },
};
