import type { Core } from '@strapi/strapi';
import { grantAccess } from './newsroom/access';
import { countReadableDocuments } from './newsroom/admin-api/count-readable-documents';
import { guardAdminApi } from './newsroom/admin-api/guard-admin-api';
import { addAgendaRoutes } from './newsroom/agenda/agenda-routes';
import { addTimesRoutes } from './newsroom/agenda/times-routes';
import { addActsExport } from './newsroom/audit/add-acts-export';
import { protectActs } from './newsroom/audit/protect-acts';
import { hideActsFromGraphql } from './newsroom/audit/refuse-act-writes';
import { restrictActs } from './newsroom/audit/restrict-acts';
import { reportSkew } from './newsroom/clock/report-skew';
import { addRetractRoute } from './newsroom/retraction/add-retract-route';
import { protectPublications } from './newsroom/corrections/protect-publications';
import { addPublicationsSinceRoute } from './newsroom/corrections/publications-since-route';
import { hidePublicationsFromGraphql } from './newsroom/corrections/refuse-publication-writes';
import { addRetractPermission } from './newsroom/retraction/retract-permission';
import { hideWordingMutations } from './newsroom/disclaimers/refuse-wording-writes';
import { documentMiddlewares } from './newsroom/document-middlewares';
import { addEmbargoRoute } from './newsroom/embargo/add-embargo-route';
import { registerEmbargoPermission } from './newsroom/embargo/permission';
import { withholdEmbargoedFiles } from './newsroom/embargo/withhold-embargoed-files';
import { withholdFromWebhooks } from './newsroom/embargo/withhold-from-webhooks';
import { guardFiles } from './newsroom/files/guard-files';
import { prepareNewDatabase } from './newsroom/first-start';
import { addFormats } from './newsroom/formats/add-formats';
import { addOpenApi } from './newsroom/formats/add-open-api';
import { followQuotes } from './newsroom/formats/publications/follow-quotes';
import { installPublicationTriggers } from './newsroom/formats/publications/install-publication-triggers';
import { optimizeLists } from './newsroom/lists/optimize-lists';
import { registerNewsroomTools } from './newsroom/mcp/register-tools';
import { addPublicationChecks } from './newsroom/publication/publication-checks';
import { addPublicationRoutes } from './newsroom/publication-record/publication-routes';
import { limitRequests } from './newsroom/requests/limit-requests';
import { addNotices } from './newsroom/schedule/notices/notice';
import { stopSchedule } from './newsroom/schedule/worker/run-turn';
import { startSchedule } from './newsroom/schedule/worker/start-schedule';
import { requireFailAtCommit } from './newsroom/strapi/fail-at-commit';
import { showInRoles } from './newsroom/strapi/show-in-roles';
import { trackAdminTokenAbilities } from './newsroom/strapi/request-ability';
import { addTickerCompletion } from './newsroom/tickers/completion-route';
import { ARTICLE_ACT, WORDING } from './newsroom/type-names';
import { isolateDrafts } from './newsroom/visibility/isolate-drafts';
import { addPageFiles } from './article/page-files';
import { addPreviewPage } from './preview/preview-page';
import { addLocaleFronts, addSite } from './site/site-routes';

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    // Must run before Strapi gives super admins every permission that is registered.
    await registerEmbargoPermission(strapi);
    for (const middleware of documentMiddlewares(strapi)) strapi.documents.use(middleware);
    hideWordingMutations(strapi);
    hideActsFromGraphql(strapi);
    hidePublicationsFromGraphql(strapi);
    trackAdminTokenAbilities(strapi);
    limitRequests(strapi);
    guardAdminApi(strapi);
    guardFiles(strapi);
    withholdEmbargoedFiles(strapi);
    addEmbargoRoute(strapi);
    addActsExport(strapi);
    addAgendaRoutes(strapi);
    addTimesRoutes(strapi);
    addTickerCompletion(strapi);
    addPublicationChecks(strapi);
    addPublicationRoutes(strapi);
    addRetractRoute(strapi);
    addPublicationsSinceRoute(strapi);
    await addRetractPermission(strapi);
    addPageFiles(strapi);
    addPreviewPage(strapi);
    addFormats(strapi);
    addOpenApi(strapi);
    addSite(strapi);
    registerNewsroomTools(strapi);
    addNotices(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await requireFailAtCommit(strapi);
    // Must run before `optimizeLists`: that turns filters on relations into subqueries, and `isolateDrafts` cannot add to a subquery.
    isolateDrafts(strapi);
    restrictActs(strapi);
    withholdFromWebhooks(strapi);
    countReadableDocuments(strapi);
    // The content manager hides these two types, so Strapi would leave their permissions out of the screen for roles.
    for (const record of [WORDING, ARTICLE_ACT]) showInRoles(strapi, record);
    await optimizeLists(strapi);
    await installPublicationTriggers(strapi);
    followQuotes(strapi);
    await protectActs(strapi);
    await protectPublications(strapi);
    await prepareNewDatabase(strapi);
    await grantAccess(strapi);
    // Must come after every other route: a path such as `/es` would match theirs too.
    addLocaleFronts(strapi);
    await reportSkew(strapi);
    startSchedule(strapi);
  },

  destroy: ({ strapi }: { strapi: Core.Strapi }) => stopSchedule(strapi),
};
