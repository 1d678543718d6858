import { z } from 'zod';

const cap = z.int().min(0).optional();

const provider = z.strictObject({
  /** One that comes with the plugin, a package `strapi-provider-quotes-<name>`, or a path from the app's folder. */
  name: z.string().min(1),
  apiKey: z.string().optional(),
  baseUrl: z.url().optional(),
  file: z.string().optional(),
  /** How often the key's plan lets the provider be asked; the free plan's where absent, 0 for no cap. */
  perMinute: cap,
  perDay: cap,
  /** What the contract allows: `display`, where it is more than the ordinary plans do. */
  licence: z.enum(['display', 'internal']).optional(),
  /** What else a provider of one's own wants to be told. */
  options: z.record(z.string(), z.unknown()).optional(),
});

/** The plugin's configuration, as `config/plugins` gives it. */
export const configSchema = z.strictObject({
  provider,
  /** Asked when the first fails. */
  fallback: provider.nullable(),
  /** How long a publish may wait for quotes, in milliseconds. */
  deadlineMs: z.int().min(0).max(60_000),
  onRepublish: z.enum(['keep', 'recapture']),
  /** Whether `$TSLA` is a mention. */
  cashtags: z.boolean(),
  /** How long after its row was made a snapshot without a figure is given up, in hours. */
  giveUpAfterHours: z.int().min(1).max(720),
  /**
   * How much of each cap of the provider's plan may be spent, by anyone, before visitors' live quotes have to stop, in
   * percent: the rest is kept for publications.
   */
  visitorShare: z.int().min(0).max(100),
  /** Whether a quote of now is taken, and said to be late, where the price at publication cannot be had any more. */
  late: z.enum(['live', 'never']),
  /** How long after publication such a quote is still taken, in hours. */
  lateMaxHours: z.int().min(1).max(720),
  /** What to do with publications that are found without quotes: count them, mark them unavailable, or capture them late. */
  onUnrecorded: z.enum(['report', 'mark', 'capture']),
  /** The content type that describes instruments to people, if the app has one. */
  tickerType: z.string(),
  /** Which environment variable sets which option (`provider.apiKey`), where the app names them: for the settings page. */
  variables: z.record(z.string(), z.string()),
});

export type PluginConfig = z.infer<typeof configSchema>;

export const defaults: PluginConfig = {
  provider: { name: 'file' },
  fallback: null,
  deadlineMs: 2000,
  onRepublish: 'keep',
  cashtags: false,
  giveUpAfterHours: 24,
  visitorShare: 25,
  late: 'live',
  lateMaxHours: 24,
  onUnrecorded: 'report',
  tickerType: 'api::ticker.ticker',
  variables: {},
};
