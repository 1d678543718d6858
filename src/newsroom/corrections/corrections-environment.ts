import { wholeNumber, type Environment } from '../environment';

/** How articles that readers have seen may change. */
export interface CorrectionSettings {
  /** Minutes after the first publication in which a change need not be declared. */
  graceMinutes: number;
}

/** One week. With a longer time the question would never be asked. */
const MOST_MINUTES = 10_080;

/**
 * Reads `RULE_CORRECTIONS_AFTER_MINUTES`, 15 if it is absent.
 *
 * @throws Error that names the variable, its value and the range
 */
export const readCorrectionSettings = (env: Environment): CorrectionSettings => ({
  graceMinutes: wholeNumber(env, 'RULE_CORRECTIONS_AFTER_MINUTES', 15, MOST_MINUTES),
});
