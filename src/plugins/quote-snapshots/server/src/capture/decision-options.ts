import type { PluginContext } from '../plugin-context';
import type { DecisionOptions } from './decide-outcome';
import { latePolicy } from './late-quotes';
import type { ListedRow } from './listed-row';

const HOUR_MS = 3_600_000;

/** What decides about an answer besides the answer: the configuration, the provider's abilities and the time. */
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
