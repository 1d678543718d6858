import { chooseProvider } from '../../../src/quotes/choose-provider';

const CONFIGURED = {
  QUOTES_PROVIDER: 'tiingo',
  QUOTES_API_KEY: 'key-of-tiingo',
  QUOTES_BASE_URL: 'https://proxy.example/tiingo',
  QUOTES_FALLBACK: 'finnhub',
  QUOTES_FALLBACK_API_KEY: 'key-of-finnhub',
};

describe('the provider that is asked', () => {
  it.each([
    [undefined, 'tiingo', 'key-of-tiingo', 'QUOTES_PROVIDER'],
    ['tiingo', 'tiingo', 'key-of-tiingo', 'QUOTES_PROVIDER'],
    ['finnhub', 'finnhub', 'key-of-finnhub', 'QUOTES_FALLBACK'],
  ])('for --provider %s is %s', (name, chosen, apiKey, variable) => {
    expect(chooseProvider(name, CONFIGURED, {})).toMatchObject({
      config: { name: chosen, apiKey },
      variable,
    });
  });

  it('is never given the key or the address of another vendor', () => {
    const { config } = chooseProvider('fmp', CONFIGURED, {});
    expect(config).not.toHaveProperty('apiKey');
    expect(config).not.toHaveProperty('baseUrl');
  });

  it('takes the key that the command was given for it', () => {
    const { config } = chooseProvider(
      'fmp',
      { ...CONFIGURED, QUOTES_API_KEY: 'given' },
      { QUOTES_API_KEY: 'given' },
    );
    expect(config).toMatchObject({ name: 'fmp', apiKey: 'given' });
  });
});
