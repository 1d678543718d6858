import path from 'node:path';
import { readQuotesEnvironment } from '../../../src/newsroom/quotes-environment';

describe('the QUOTES_ variables', () => {
  it('have defaults', () => {
    expect(readQuotesEnvironment({})).toEqual({
      provider: { name: 'file', file: path.resolve('database/seeds/quotes.csv') },
      fallback: null,
      deadlineMs: 2000,
      onRepublish: 'keep',
      cashtags: false,
      giveUpAfterHours: 24,
      visitorShare: 25,
      late: 'live',
      lateMaxHours: 24,
      onUnrecorded: 'report',
    });
  });

  it('say of both providers what their plans allow', () => {
    const environment = {
      QUOTES_PROVIDER: 'alpaca',
      QUOTES_API_KEY: 'id:secret',
      QUOTES_PER_MINUTE: '1000',
      QUOTES_LICENCE: 'display',
      QUOTES_FALLBACK: 'eodhd',
      QUOTES_FALLBACK_API_KEY: 'token',
      QUOTES_FALLBACK_BASE_URL: 'https://proxy.example/eodhd',
      QUOTES_FALLBACK_PER_DAY: '0',
    };
    expect(readQuotesEnvironment(environment)).toMatchObject({
      provider: { name: 'alpaca', apiKey: 'id:secret', perMinute: 1000, licence: 'display' },
      fallback: { name: 'eodhd', apiKey: 'token', baseUrl: 'https://proxy.example/eodhd', perDay: 0 },
    });
    expect(readQuotesEnvironment(environment).fallback).not.toHaveProperty('licence');
  });

  it('count as absent where they are empty', () => {
    expect(
      readQuotesEnvironment({ QUOTES_PROVIDER: '', QUOTES_DEADLINE_MS: ' ', QUOTES_FALLBACK: '' }),
    ).toEqual(readQuotesEnvironment({}));
  });

  it.each([
    [{ QUOTES_DEADLINE_MS: '2s' }, 'QUOTES_DEADLINE_MS is "2s"'],
    [{ QUOTES_DEADLINE_MS: '60001' }, 'QUOTES_DEADLINE_MS is "60001"'],
    [{ QUOTES_ON_REPUBLISH: 'always' }, 'QUOTES_ON_REPUBLISH is "always": use keep or recapture'],
    [{ QUOTES_CASHTAGS: 'yes' }, 'QUOTES_CASHTAGS is "yes"'],
    [{ QUOTES_GIVE_UP_HOURS: '0' }, 'QUOTES_GIVE_UP_HOURS is "0": give a whole number from 1 to 720'],
    [{ QUOTES_LATE: 'always' }, 'QUOTES_LATE is "always": use live or never'],
    [{ QUOTES_LATE_MAX_HOURS: '0' }, 'QUOTES_LATE_MAX_HOURS is "0": give a whole number from 1 to 720'],
    [{ QUOTES_ON_UNRECORDED: 'ignore' }, 'QUOTES_ON_UNRECORDED is "ignore": use report or mark or capture'],
    [{ QUOTES_PER_DAY: 'lots' }, 'QUOTES_PER_DAY is "lots"'],
    [{ QUOTES_LICENCE: 'mine' }, 'QUOTES_LICENCE is "mine": use display or internal'],
    [{ QUOTES_FALLBACK: 'eodhd', QUOTES_FALLBACK_PER_MINUTE: '-1' }, 'QUOTES_FALLBACK_PER_MINUTE is "-1"'],
    [{ QUOTES_BASE_URL: 'ftp://host' }, 'QUOTES_BASE_URL is not an http or https address'],
  ])('name themselves when they are wrong: %j', (environment, message) => {
    expect(() => readQuotesEnvironment(environment)).toThrow(message);
  });

  it('never repeat an address, which may carry credentials', () => {
    const environment = { QUOTES_BASE_URL: 'user:secret@host' };
    expect(() => readQuotesEnvironment(environment)).toThrow(
      expect.not.objectContaining({ message: /secret/ }),
    );
  });
});
