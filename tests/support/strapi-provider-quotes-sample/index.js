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

    /** One request for the whole batch: a raw quote by the vendor's symbol, or one failure for all. */
    const requestQuotes = async (batch, signal) => {
      const url = vendorUrl(baseUrl, '/prices', { symbols: [...batch.keys()].join(',') });
      const response = await fetchJson(url, { headers: { 'x-api-key': apiKey }, signal, now });
      if ('failure' in response) return response.failure;
      if (!Array.isArray(response.json?.prices))
        return failure('bad-answer', "The provider's answer has no list of prices.");
      return new Map(
        response.json.prices.map(({ symbol, last, previous, currency, at }) => [
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
    const vendor = { name: 'sample', spelling, statesCurrency: true, now };

    return {
      name: 'sample',
      attribution: 'Quotes by Sample.',
      licence: 'display',
      delayMinutes: 15,
      maxBatch: 25,
      limits: planLimits('request', { perMinute, perDay }, { perMinute: 60 }),
      answersAsOf: false,
      getQuotes: (request) => requestBatch(vendor, request, (batch) => requestQuotes(batch, request.signal)),
    };
  },
};
