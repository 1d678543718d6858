import { readRulesEnvironment } from '../src/newsroom/rules/rules-environment';
import { readSiteEnvironment } from '../src/newsroom/site-environment';

export default () => ({ rules: readRulesEnvironment(process.env), site: readSiteEnvironment(process.env) });
