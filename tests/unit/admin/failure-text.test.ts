import { FAILURE_CODES } from '../../../src/plugins/quote-snapshots/server/src/providers/market-data/quote';
import { failureText } from '../../../src/plugins/quote-snapshots/admin/src/settings/failure-text';

const setting = (option: string, variable: string | null, value: string | null) => ({
  option,
  variable,
  value,
  secret: false,
});
const settings = [
  setting('provider.apiKey', 'QUOTES_API_KEY', '••••••••'),
  setting('provider.baseUrl', 'QUOTES_BASE_URL', null),
  setting('fallback.apiKey', null, null),
];
/** The key of the text, and what it names. */
const text = (key: string, values: object = {}): string => `${key} ${JSON.stringify(values)}`;

describe('why a provider gave no quote', () => {
  it('is told for each reason that the server knows, in words of its own', () => {
    const told = FAILURE_CODES.map((code) => failureText(text, settings, 'first', code));
    expect(told.filter((words) => words.startsWith('failure.'))).toHaveLength(FAILURE_CODES.length);
    expect(new Set(told).size).toBe(FAILURE_CODES.length);
  });

  it('names the variables that set the key and the address of this provider', () => {
    expect(failureText(text, settings, 'first', 'refused')).toBe(
      'failure.refused {"key":"QUOTES_API_KEY","address":"QUOTES_BASE_URL"}',
    );
  });

  it('tells of a key that is not set, by its option where the app has no variable for it', () => {
    expect(failureText(text, settings, 'fallback', 'refused')).toBe(
      'failure.noKey {"key":"fallback.apiKey","address":"fallback.baseUrl"}',
    );
  });
});
