import { describeNewsroom } from './suites';

describeNewsroom('sqlite');
