import { describeNewsroom } from '../support/describe-newsroom';
import { preview } from './suites/preview';
import { site } from './suites/site';
describeNewsroom('sqlite', { preview, site });
