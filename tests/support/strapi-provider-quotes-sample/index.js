'use strict';

const {
  requestBatch,
  bare,
  failure,
  fetchJson,
  planLimits,
  readFigure,
  suffixed,
  US_EXCHANGES,
  vendorUrl,
} = require('strapi-plugin-quote-snapshots/provider-kit');

/** How the vendor spells symbols: `BRK-B`, `BAC-PL`, `VOD.LON`. */
const spelling = {
  separator: '-',
  preferred: '-P',
  units: '-U',
  warrants: '-WS',
  rights: '-RT',
  markets: { ...bare(US_EXCHANGES), ...suffixed({ XLON: '.LON' }) },
};

module.exports = {
  /** @type {import('strapi-plugin-quote-snapshots/provider-kit').ProviderModule['init']} */
  init({ apiKey, baseUrl = 'https://api.sample.example', perMinute, perDay, now = () => new Date() }) {
    if (!apiKey) throw new Error('The provider "sample" needs an API key: set QUOTES_API_KEY.');

    /** One request for the whole batch: a reading by the vendor's symbol, or one failure for all. */
    const ask = async (asked, signal) => {
      const url = vendorUrl(baseUrl, '/prices', { symbols: [...asked.keys()].join(',') });
      const got = await fetchJson(url, { headers: { 'x-api-key': apiKey }, signal, now });
      if ('failure' in got) return got.failure;
      if (!Array.isArray(got.json?.prices))
        return failure('bad-answer', "The provider's answer has no list of prices.");
      return new Map(
        got.json.prices.map(({ symbol, last, previous, currency, at }) => [
          symbol,
          {
            price: readFigure(last),
            previousClose: readFigure(previous),
            currency,
            quotedAt: new Date(at),
            delayMinutes: 15,
          },
        ]),
      );
    };

    return {
      name: 'sample',
      attribution: 'Quotes by Sample.',
      licence: 'display',
      delayMinutes: 15,
      maxBatch: 25,
      limits: planLimits('request', { perMinute, perDay }, { perMinute: 60 }),
      answersAsOf: false,
      getQuotes: ({ instruments, signal }) =>
        requestBatch({ name: 'sample', spelling, statesCurrency: true, now }, { instruments }, (asked) =>
          ask(asked, signal),
        ),
    };
  },
};
