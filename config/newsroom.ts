import { readRulesEnvironment } from '../src/newsroom/rules/rules-environment';

export default () => ({ rules: readRulesEnvironment(process.env) });
