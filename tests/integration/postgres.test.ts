import { describeEverySuite } from './suites';
import { rowLocks } from './suites/row-locks';

describeEverySuite('postgres', { 'row locks': rowLocks });
