import { z } from 'zod';

const cap = z.int().min(0).optional();

const provider = z.strictObject({
  /**
   * The name of a provider that comes with the plugin, a package `strapi-provider-quotes-<name>`, or a path from the app's folder.
   */
  name: z.string().min(1),
  apiKey: z.string().optional(),
  baseUrl: z.url().optional(),
  file: z.string().optional(),
  /** How many requests the key's plan allows. If absent, as many as the vendor's free plan allows; 0 for no limit. */
  perMinute: cap,
  perDay: cap,
  /** `display` if your contract allows showing quotes that the vendor's ordinary plans do not. */
  licence: z.enum(['display', 'internal']).optional(),
  /** More options, for a provider that does not come with the plugin. */
  options: z.record(z.string(), z.unknown()).optional(),
});

/** The plugin's configuration, as `config/plugins` gives it. */
export const configSchema = z.strictObject({
  provider,
  /** The provider that is asked when the first one fails. */
  fallback: provider.nullable(),
  /** How long a publish may wait for quotes, in milliseconds. */
  deadlineMs: z.int().min(0).max(60_000),
  onRepublish: z.enum(['keep', 'recapture']),
  /** Whether `$TSLA` counts as a mention. */
  cashtags: z.boolean(),
  /** How long the provider is asked for a missing quote, in hours since it was first wanted. */
  giveUpAfterHours: z.int().min(1).max(720),
  /**
   * Percent of each limit of the provider's plan. Once that much is used, by visitors or by publications, visitors get no live
   * quotes. The rest is kept for publications.
   */
  visitorShare: z.int().min(0).max(100),
  /** What to do if the price at publication can no longer be had: take a live quote and mark it as late, or take none. */
  late: z.enum(['live', 'never']),
  /** How long after publication a late quote may still be taken, in hours. */
  lateMaxHours: z.int().min(1).max(720),
  /** What to do with publications that are found without quotes: count them, mark them as unavailable, or capture them late. */
  onUnrecorded: z.enum(['report', 'mark', 'capture']),
  /** The content type that describes instruments to people, if the app has one. */
  tickerType: z.string(),
  /** The attribute of that type that lists the splits of an instrument, each with a `date`, if there is one. */
  splitsAttribute: z.string(),
  /** The environment variable that sets each option, by the option (`provider.apiKey`). The settings page and messages name it. */
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
  splitsAttribute: 'splits',
  variables: {},
};
