import { describeEverySuite } from './suites';

describeEverySuite('sqlite');
