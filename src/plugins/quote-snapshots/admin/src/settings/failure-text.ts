import type { CheckReport, FailureCode, Setting } from '../api/answers';
import type { Text, TextKey } from '../text/use-text';

const FAILURES: Readonly<Record<FailureCode, TextKey>> = {
  'unknown-instrument': 'failure.unknownInstrument',
  'no-price': 'failure.noPrice',
  'invalid-price': 'failure.invalidPrice',
  stale: 'failure.stale',
  'wrong-listing': 'failure.wrongListing',
  refused: 'failure.refused',
  quota: 'failure.quota',
  timeout: 'failure.timeout',
  network: 'failure.network',
  'bad-answer': 'failure.badAnswer',
  'incomplete-quote': 'failure.incompleteQuote',
};

/** The place of each provider's options in the plugin's configuration. */
const PLACES: Readonly<Record<CheckReport['role'], string>> = { first: 'provider', fallback: 'fallback' };

/**
 * Why a provider gave no quote, and what an admin can do. The text names the variables that set its key and address, or, if the app
 * has none, the options.
 */
export const failureText = (
  text: Text,
  settings: readonly Setting[],
  role: CheckReport['role'],
  code: FailureCode,
): string => {
  const find = (name: string) => {
    const option = `${PLACES[role]}.${name}`;
    const setting = settings.find((one) => one.option === option);
    return { named: setting?.variable ?? option, isSet: setting !== undefined && setting.value !== null };
  };
  const key = find('apiKey');
  const named = { key: key.named, address: find('baseUrl').named };
  return text(code === 'refused' && !key.isSet ? 'failure.noKey' : FAILURES[code], named);
};
