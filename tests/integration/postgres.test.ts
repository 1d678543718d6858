import { describeNewsroom } from './suites';

describeNewsroom('postgres');
