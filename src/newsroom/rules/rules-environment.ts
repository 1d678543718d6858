import { oneOf, type Environment } from '../environment';
import { LEVELS, type RuleLevels } from './rules';

/**
 * Reads the `RULE_*` variables. Each is `warn` (the default), `off` or `block`.
 *
 * @throws Error that names the variable, its value and the choices
 */
export const readRulesEnvironment = (env: Environment): RuleLevels => ({
  'disclaimer-text': oneOf(env, 'RULE_DISCLAIMER_TEXT', LEVELS),
  mentions: oneOf(env, 'RULE_MENTIONS', LEVELS),
  byline: oneOf(env, 'RULE_BYLINE', LEVELS),
  corrections: oneOf(env, 'RULE_CORRECTIONS', LEVELS),
});
