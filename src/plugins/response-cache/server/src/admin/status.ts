import { SWITCHED_OFF, type PluginState } from '../plugin-state';
import type { PluginConfig } from '../config/schema';

/** The data of the settings page, for this node. */
export const statusOf = ({ cache, absent }: PluginState, config: PluginConfig) => ({
  state:
    cache === undefined ? ('absent' as const) : cache.off === undefined ? ('on' as const) : ('off' as const),
  reason: cache === undefined ? absent : (cache.off?.text ?? null),
  offBy:
    cache === undefined && absent === SWITCHED_OFF ? ('configuration' as const) : (cache?.off?.by ?? null),
  level: cache?.freshness.watched().level ?? null,
  entries: cache?.entries.size ?? 0,
  bytes: cache?.entries.calculatedSize ?? 0,
  maxBytes: config.maxMegabytes * 1024 * 1024,
  questions: cache?.questions.count ?? 0,
  shadowShare: config.shadow,
  counters: cache?.counters ?? null,
});

export type Status = ReturnType<typeof statusOf>;
