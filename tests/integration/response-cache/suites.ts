import { describeNewsroom } from '../../support/describe-newsroom';
import type { Database } from '../../support/newsroom';
import { CACHE_ENVIRONMENT } from '../../support/response-cache';
import { callers } from './callers';
import { changedGraphql } from './changed-graphql';
import { configuredNode } from './configured-node';
import { emptiedTables } from './emptied-tables';
import { everyField } from './every-field';
import { embargoesAndTimes } from './embargoes-and-times';
import { formats } from './formats';
import { linearizability } from './linearizability';
import { misses } from './misses';
import { neverStored } from './never-stored';
import { noTriggers } from './no-triggers';
import { off } from './off';
import { overHttp } from './over-http';
import { replays } from './replays';
import { writesSeen } from './writes-seen';

/** Everything that the cache promises, on a database. */
export const describeCache = (database: Database): void =>
  describeNewsroom(
    database,
    {
      'over HTTP': overHttp,
      'what is never stored': neverStored,
      callers,
      misses,
      replays,
      'writes that are seen': writesSeen(database),
      'emptied tables': emptiedTables(database),
      // The rest does not depend on the database.
      ...(database === 'sqlite'
        ? {
            'every field of GraphQL': everyField,
            'a changed GraphQL': changedGraphql,
            'a node with a limit, a log and a CDN': configuredNode,
          }
        : {}),
      linearizability: linearizability(database),
      // SQLite has no rights.
      ...(database === 'postgres' ? { 'a database without triggers': noTriggers } : {}),
      // These let hours and days pass.
      'embargoes and times': embargoesAndTimes,
      'formats and pages': formats,
      'switched off': off(database),
    },
    { environment: CACHE_ENVIRONMENT },
  );
