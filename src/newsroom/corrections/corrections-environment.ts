import { wholeNumber, type Environment } from '../environment';

/** How articles that readers have seen may change. */
export interface CorrectionSettings {
  /** Minutes after the first publication in which a change needs no explanation. */
  graceMinutes: number;
}

/** A week: longer, nothing would ever be asked. */
const MOST_MINUTES = 10_080;

/**
 * Reads `RULE_CORRECTIONS_AFTER_MINUTES`, 15 where it is absent.
 *
 * @throws Error that names the variable, its value and the range
 */
export const readCorrectionSettings = (env: Environment): CorrectionSettings => ({
  graceMinutes: wholeNumber(env, 'RULE_CORRECTIONS_AFTER_MINUTES', 15, MOST_MINUTES),
});
