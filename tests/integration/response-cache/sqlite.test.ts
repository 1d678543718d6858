import { describeCache } from './suites';

describeCache('sqlite');
