import type { Core } from '@strapi/strapi';
import { grantAccess } from './newsroom/access';
import { guardFiles } from './newsroom/access/guard-files';
import { guardNewLocales } from './newsroom/access/guard-new-locales';
import { guardDisclaimers } from './newsroom/disclaimers/guard-disclaimers';
import { hideWordingMutations, refuseWordingWrites } from './newsroom/disclaimers/refuse-wording-writes';
import { guardLocales } from './newsroom/lockdown/guard-locales';
import { requireRights, switchOffUploadFromUrls } from './newsroom/lockdown/guard-routes';
import { nameInputErrors } from './newsroom/lockdown/input-errors';
import { readIpv6Prefix, readRateLimits } from './newsroom/lockdown/lockdown-environment';
import { limitSearches } from './newsroom/lockdown/limit-searches';
import { guardGraphqlSignIn } from './newsroom/lockdown/guard-graphql-sign-in';
import { refuseCostlyQueries } from './newsroom/lockdown/refuse-costly-queries';
import { refuseDraftsOfNone } from './newsroom/lockdown/refuse-drafts-of-none';
import { takeInRequests } from './newsroom/lockdown/take-in-requests';
import { addPublicationChecks } from './newsroom/publication/publication-checks';
import { countWhatIsRead } from './newsroom/drafts/count-what-is-read';
import { guardAdminEntries } from './newsroom/drafts/guard-admin-entries';
import { keepDraftsInside } from './newsroom/drafts/keep-drafts-inside';
import { prepareNewDatabase } from './newsroom/first-start';
import { readListsByIndex } from './newsroom/lists';
import { overseePublication } from './newsroom/publication/oversee-publication';
import { checkRecords } from './newsroom/records/check-records';
import { keepIdentity } from './newsroom/records/keep-identity';
import { fillSlugs } from './newsroom/records/fill-slugs';
import { createPreviewPage, OWN_PAGE } from './preview/route';

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
