import { describeNewsroom } from './suites';
import { rowLocks } from './suites/row-locks';

describeNewsroom('postgres', { 'row locks': rowLocks });
