import path from 'node:path';
import type { PluginConfig } from '../../config/schema';
import { delayNotice } from '../../content-api/delay-notice';
import type { QuoteProvider } from '../../providers';

const SECRET = /key|secret|token|password/i;

/** One option on the settings page. */
export interface Setting {
  /** Its path in the plugin's configuration, such as `provider.name`. */
  option: string;
  /** The environment variable that sets it, if the app names one. */
  variable: string | null;
  /** Null if it is not set. Never a secret. */
  value: string | null;
  secret: boolean;
}

/** The address without user, password and query, which may contain a secret. */
const shownAddress = (value: string): string => {
  if (!URL.canParse(value)) return value;
  const { origin, pathname } = new URL(value);
  return origin === 'null' ? value : `${origin}${pathname === '/' ? '' : pathname}`;
};

const shown = (value: unknown, root: string): string | null => {
  if (value === null || value === undefined || value === '') return null;
  // The folders of the server are not shown, so a path is relative to the app's folder.
  if (typeof value === 'string' && value.startsWith(root + path.sep)) return path.relative(root, value);
  return typeof value === 'string' ? shownAddress(value) : JSON.stringify(value);
};

/** Its length is fixed, so that it does not reveal the length of the secret. */
const MASK = '••••••••';

const settingsOf = (
  options: Record<string, unknown>,
  variables: Readonly<Record<string, string>>,
  root: string,
  within: readonly string[] = [],
): Setting[] =>
  Object.entries(options).flatMap(([name, value]): Setting[] => {
    const here = [...within, name];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return settingsOf(value as Record<string, unknown>, variables, root, here);
    }
    const option = here.join('.');
    const secret = SECRET.test(name);
    const text = shown(value, root);
    return [
      { option, variable: variables[option] ?? null, value: secret && text !== null ? MASK : text, secret },
    ];
  });

const describe = ({ name, attribution, licence, delayMinutes, maxBatch, limits }: QuoteProvider) => ({
  name,
  attribution,
  licence,
  delayMinutes,
  delayNotice: delayNotice(delayMinutes),
  maxBatch,
  perMinute: limits.perMinute ?? null,
  perDay: limits.perDay ?? null,
  counts: limits.counts,
});

/**
 * The configuration in effect, with secrets masked, and the facts about its providers.
 *
 * @param root the app's folder, from which paths of files are shown
 */
export const effectiveSettings = (
  { variables, ...options }: PluginConfig,
  providers: { first: QuoteProvider; fallback?: QuoteProvider },
  root: string,
) => ({
  providers: [
    { role: 'first' as const, ...describe(providers.first) },
    ...(providers.fallback ? [{ role: 'fallback' as const, ...describe(providers.fallback) }] : []),
  ],
  settings: settingsOf(options, variables, root),
});
