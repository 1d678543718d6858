import type { PluginContext } from '../plugin-context';
import type { DecisionOptions } from './decide-outcome';
import { latePolicy } from './late-quotes';
import type { ListedRow } from './listed-row';

const HOUR_MS = 3_600_000;

/**
 * Everything besides the answer that affects the outcome of a row: the configuration, the abilities of the provider and the time.
 */
export const decisionOptions = (
  { config, desk }: PluginContext,
  { mic }: Pick<ListedRow, 'mic'>,
  now: Date,
): DecisionOptions => ({
  now,
  giveUpAfterMs: config.giveUpAfterHours * HOUR_MS,
  late: latePolicy(config),
  canTellThen: desk.canAnswerAsOf(mic),
  random: Math.random(),
});
