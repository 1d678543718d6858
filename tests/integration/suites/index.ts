import { describeNewsroom, type Suite } from '../../support/describe-newsroom';
import type { Database } from '../../support/newsroom';
import { agenda } from './agenda';
import { audit } from './audit';
import { answers } from './answers';
import { hostileRequests } from './hostile-requests';
import { accessMatrix } from './access-matrix';
import { adminApi } from './admin-api';
import { badInput } from './bad-input';
import { corrections } from './corrections';
import { correctionsRule } from './corrections-rule';
import { publicationRecord } from './publication-record';
import { retraction } from './retraction';
import { contentApi } from './content-api';
import { disclaimers } from './disclaimers';
import { drafts } from './drafts';
import { rules } from './rules';
import { faults } from './faults';
import { formats } from './formats';
import { formatsOverHttp } from './formats-over-http';
import { graphql } from './graphql';
import { ninjs } from './ninjs';
import { links } from './links';
import { newDatabase } from './new-database';
import { openApi } from './open-api';
import { preview } from './preview';
import { reasons } from './reasons';
import { recordPage } from './record-page';
import { recovery } from './recovery';
import { recordWrites } from './record-writes';
import { records } from './records';
import { roads } from './roads';
import { knownQuotes } from './known-quotes';
import { lifeModel } from './life-model';
import { roles } from './roles';
import { socialPicture } from './social-picture';
import { site } from './site';
import { embargo } from './embargo';
import { embargoedPictures } from './embargoed-pictures';
import { embargoedReads } from './embargoed-reads';
import { scheduling } from './scheduling';
import { schedulingRights } from './scheduling-rights';
import { since } from './since';
import { strapiContracts } from './strapi-contracts';
import { strapiInternals } from './strapi-internals';
import { telling } from './telling';
import { tokens } from './tokens';
import { lifecycle } from './lifecycle';
import { importing } from './importing';

export type { Suite };

const SUITES: Record<string, Suite> = {
  'a new database': newDatabase,
  records,
  'every road to publication': roads,
  'the life of a snapshot': lifecycle,
  'tickers and companies': links,
  'content API': contentApi,
  GraphQL: graphql,
  'admin API': adminApi,
  import: importing,
  disclaimers,
  answers,
  'hostile requests': hostileRequests,
  'writes to the record': recordWrites,
  'the page of the record': recordPage,
  'the list of acts': audit,
  'the access matrix': accessMatrix,
  rules,
  drafts,
  roles,
  'parts of Strapi that the newsroom leans on': strapiInternals,
  'API tokens': tokens,
  preview,
  reasons,
  site,
  'parts of Strapi that the plugin leans on': strapiContracts,
  // Last, for they let hours pass: a session signed in before is over.
  'a provider at fault': faults,
  recovery,
  telling,
  'quotes that are known': knownQuotes,
  'any life of a snapshot': lifeModel,
  scheduling,
  'the schedule that the admin shows': agenda,
  'scheduling: what is written, and by whom': schedulingRights,
  embargo,
  'pictures under embargo': embargoedPictures,
  'reads under embargo': embargoedReads,
  'formats for machines': formats,
  'formats for machines, over HTTP': formatsOverHttp,
  'bad input, on pages and in formats': badInput,
  'the social picture': socialPicture,
  'news for partners': ninjs,
  'since publication': since,
  corrections,
  'the rule on corrections': correctionsRule,
  'the record of publications': publicationRecord,
  retraction,
  'the OpenAPI document': openApi,
};

/** Every suite that shares one newsroom, after those of this database alone. */
export const describeEverySuite = (database: Database, ofThisDatabase: Record<string, Suite> = {}): void =>
  // A database is new before anything else is done with it.
  describeNewsroom(database, { 'a new database': newDatabase, ...ofThisDatabase, ...SUITES });
