import type { Core } from '@strapi/strapi';
import { grantAccess } from './newsroom/access';
import { guardDisclaimers } from './newsroom/disclaimers/guard-disclaimers';
import { hideWordingMutations, refuseWordingWrites } from './newsroom/disclaimers/refuse-wording-writes';
import { nameInputErrors } from './newsroom/lockdown/input-errors';
import { readIpv6Prefix, readRateLimits } from './newsroom/lockdown/lockdown-environment';
import { guardGraphqlSignIn } from './newsroom/lockdown/guard-graphql-sign-in';
import { refuseCostlyQueries } from './newsroom/lockdown/refuse-costly-queries';
import { takeInRequests } from './newsroom/lockdown/take-in-requests';
import { addPublicationChecks } from './newsroom/publication/publication-checks';
import { keepDraftsInside } from './newsroom/drafts/keep-drafts-inside';
import { prepareNewDatabase } from './newsroom/first-start';
import { overseePublication } from './newsroom/publication/oversee-publication';
import { checkRecords } from './newsroom/records/check-records';
import { fillSlugs } from './newsroom/records/fill-slugs';
import { createPreviewPage, OWN_PAGE } from './preview/route';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.documents.use(nameInputErrors(strapi));
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
    addPublicationChecks(strapi);
    // Last, so that it is inside of all the others: what they change is what it sees published.
    strapi.documents.use(overseePublication(strapi));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    keepDraftsInside(strapi);
    await prepareNewDatabase(strapi);
    await grantAccess(strapi);
  },
};
