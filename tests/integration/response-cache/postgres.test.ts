import { describeCache } from './suites';

describeCache('postgres');
