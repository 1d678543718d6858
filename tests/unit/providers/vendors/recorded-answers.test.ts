import { useVendor, codes } from '../../../support/vendors/asking';
import { ALPACA } from '../../../support/vendors/alpaca';
import { ALPHA_VANTAGE } from '../../../support/vendors/alpha-vantage';
import { EODHD } from '../../../support/vendors/eodhd';
import { FINNHUB } from '../../../support/vendors/finnhub';
import { FMP } from '../../../support/vendors/fmp';
import { MASSIVE } from '../../../support/vendors/massive';
import { TIINGO } from '../../../support/vendors/tiingo';
import { TWELVE_DATA } from '../../../support/vendors/twelve-data';
import type { Vendor } from '../../../support/vendors/vendor';
import { YAHOO } from '../../../support/vendors/yahoo';

/** A refusal, as users of the vendor recorded it: status, body, and the code that it must become. */
type RecordedRefusal = readonly [
  status: number,
  body: unknown,
  code: string,
  perhaps?: { retryAfterMs?: number },
];

const MINUTES = 60_000;
const av = (text: string) => `Thank you for using Alpha Vantage! ${text}`;

const REFUSALS: readonly (readonly [Vendor, readonly RecordedRefusal[]])[] = [
  [
    ALPACA,
    [
      [400, { message: 'code=400, message=invalid symbol: BRK-B' }, 'unknown-instrument'],
      [400, { code: 40010001, message: 'invalid symbol' }, 'unknown-instrument'],
      [400, { message: 'code=400, message=bad timeframe' }, 'bad-answer'],
      [401, { message: 'unauthorized.' }, 'refused'],
      [401, '<html><head><title>401 Authorization Required</title></head></html>', 'refused'],
      [403, { message: 'forbidden.' }, 'refused'],
      [403, { code: 42210000, message: 'subscription does not permit querying recent SIP data' }, 'refused'],
      [422, { message: 'subscription does not permit querying recent SIP data' }, 'refused'],
      [429, { message: 'too many requests.' }, 'quota'],
      [504, '<html>504 Gateway Time-out</html>', 'network'],
      [200, {}, 'unknown-instrument'],
      [200, { MSFT: null }, 'unknown-instrument'],
    ],
  ],
  [
    FMP,
    [
      [
        200,
        { 'Error Message': 'Limit Reach . Please upgrade your plan or visit our documentation' },
        'quota',
      ],
      [402, 'Limit Reach . Please upgrade your plan', 'quota'],
      [429, { 'Error Message': 'Bandwidth Limit Reach . Please upgrade your plan' }, 'quota'],
      [200, { 'Error Message': 'Invalid API KEY. Feel free to create a Free API Key' }, 'refused'],
      [401, { 'Error Message': 'Invalid API KEY.' }, 'refused'],
      [403, { 'Error Message': 'Exclusive Endpoint : This endpoint is not available' }, 'refused'],
      [
        403,
        { 'Error Message': 'Legacy Endpoint : Due to Legacy endpoints being no longer supported' },
        'refused',
      ],
      [402, 'Restricted Endpoint: This endpoint is not available under your current subscription', 'refused'],
      [
        402,
        "Premium Query Parameter: 'Special Endpoint : This value set for 'symbol' is not available under your current subscription",
        'refused',
      ],
      [200, [], 'unknown-instrument'],
    ],
  ],
  [
    YAHOO,
    [
      [429, 'Too Many Requests', 'quota'],
      [429, 'Edge: Too Many Requests', 'quota'],
      [999, 'Unable to process request at this time -- error 999', 'quota'],
      [
        401,
        { finance: { result: null, error: { code: 'Unauthorized', description: 'Invalid Crumb' } } },
        'refused',
      ],
      [
        404,
        { quoteResponse: { result: null, error: { code: 'Not Found', description: '' } } },
        'unknown-instrument',
      ],
      [502, '<html>502</html>', 'network'],
    ],
  ],
  [
    TWELVE_DATA,
    [
      [
        404,
        {
          code: 404,
          message:
            'This symbol is available starting with Grow plan. Consider upgrading now at https://twelvedata.com/pricing',
          status: 'error',
        },
        'refused',
      ],
      [
        403,
        {
          code: 403,
          message:
            '/quote is available exclusively with grow or pro or ultra or venture or enterprise plans.',
          status: 'error',
        },
        'refused',
      ],
      [
        404,
        {
          code: 404,
          message:
            'This symbol is available starting with the Grow or Venture plan. Consider upgrading now at https://twelvedata.com/pricing',
          status: 'error',
        },
        'refused',
      ],
      [
        200,
        {
          code: 403,
          message: 'This symbol is available starting with the Grow or Venture plan.',
          status: 'error',
        },
        'refused',
      ],
      [
        404,
        {
          code: 404,
          message:
            '**symbol** or **figi** parameter is missing or invalid. Please provide a valid symbol according to API documentation: https://twelvedata.com/docs#reference-data',
          status: 'error',
        },
        'unknown-instrument',
      ],
      [
        400,
        {
          code: 400,
          message: 'No data is available on the specified dates. Try setting different start/end dates.',
          status: 'error',
        },
        'no-price',
      ],
      [
        404,
        { code: 404, message: 'Data not found', status: 'error', meta: { symbol: 'SET100' } },
        'no-price',
      ],
      [
        429,
        {
          code: 429,
          message:
            'You have run out of API credits for the current minute. 9 API credits were used, with the current limit being 8. Wait for the next minute or consider switching to a higher tier plan at https://twelvedata.com/pricing',
          status: 'error',
        },
        'quota',
      ],
      [
        200,
        {
          code: 429,
          message: 'You have run out of API credits for the day. 801 API credits were used.',
          status: 'error',
        },
        'quota',
      ],
      [
        401,
        { code: 401, message: '**apikey** parameter is incorrect or not specified.', status: 'error' },
        'refused',
      ],
      [500, { code: 500, message: 'Internal server error', status: 'error' }, 'network'],
    ],
  ],
  [
    EODHD,
    [
      [
        402,
        'You exceeded your daily API requests limit.  Please contact support@eodhistoricaldata.com',
        'quota',
        { retryAfterMs: 15 * MINUTES },
      ],
      [402, 'Payment Required', 'quota'],
      [
        200,
        'You exceeded your daily API requests limit.  Please contact support@eodhistoricaldata.com',
        'quota',
      ],
      [
        403,
        'Only EOD data allowed for free users. Please, contact our support team: support@eodhistoricaldata.com',
        'refused',
      ],
      [401, 'Unauthenticated', 'refused'],
      [404, 'Ticker Not Found.', 'unknown-instrument'],
      [429, 'Too Many Requests', 'quota'],
    ],
  ],
  [
    ALPHA_VANTAGE,
    [
      [
        200,
        {
          Information: av(
            'Please consider spreading out your free API requests more sparingly (1 request per second). You may subscribe to any of the premium plans at https://www.alphavantage.co/premium/ to lift the free key rate limit (25 requests per day), raise the per-second burst limit, and instantly unlock all premium endpoints',
          ),
        },
        'quota',
        { retryAfterMs: 1_500 },
      ],
      [
        200,
        {
          Information:
            'We have detected your API key as DEMO and our standard API rate limit is 25 requests per day. Please subscribe to any of the premium plans to instantly remove all daily rate limits.',
        },
        'quota',
        { retryAfterMs: 15 * MINUTES },
      ],
      [
        200,
        { Note: av('Our standard API call frequency is 5 calls per minute and 500 calls per day.') },
        'quota',
      ],
      [200, { Information: 'Something new that nobody has seen' }, 'quota'],
      [
        200,
        {
          Information: av(
            'This is a premium endpoint. You may subscribe to any of the premium plans to instantly unlock all premium endpoints',
          ),
        },
        'refused',
      ],
      [
        200,
        {
          Information:
            'The **demo** API key is for demo purposes only. Please claim your free API key at (https://www.alphavantage.co/support/#api-key)',
        },
        'refused',
      ],
      [
        200,
        { 'Error Message': 'the parameter apikey is invalid or missing. Please claim your free API key' },
        'refused',
      ],
      [
        200,
        {
          'Error Message':
            'Invalid API call. Please retry or visit the documentation (https://www.alphavantage.co/documentation/) for GLOBAL_QUOTE.',
        },
        'unknown-instrument',
      ],
      [200, { 'Global Quote': {} }, 'unknown-instrument'],
      [200, {}, 'unknown-instrument'],
    ],
  ],
  [
    MASSIVE,
    [
      [
        403,
        {
          status: 'NOT_AUTHORIZED',
          message: "Attempted to request today's data before end of day. Please upgrade your plan",
        },
        'refused',
      ],
      [
        403,
        { status: 'NOT_AUTHORIZED', message: 'You are not entitled to this data. Please upgrade your plan' },
        'refused',
      ],
      [
        200,
        { results: [{ ticker: 'MSFT', error: 'NOT_FOUND', message: 'Ticker not found.' }] },
        'unknown-instrument',
      ],
      [
        200,
        { results: [{ ticker: 'MSFT', error: 'NOT_ENTITLED', message: 'Not entitled to this ticker.' }] },
        'refused',
      ],
      [
        403,
        {
          status: 'NOT_AUTHORIZED',
          message: "Your plan doesn't include this data timeframe. Please upgrade your plan",
        },
        'refused',
      ],
      [200, { status: 'NOT_AUTHORIZED', message: 'You are not entitled to this data.' }, 'refused'],
      [
        429,
        {
          status: 'ERROR',
          error:
            "You've exceeded the maximum requests per minute, please wait or upgrade your subscription to continue.",
        },
        'quota',
      ],
      [
        200,
        {
          status: 'ERROR',
          error:
            "You've exceeded the maximum requests per minute, please wait or upgrade your subscription to continue.",
        },
        'quota',
      ],
      [401, { status: 'ERROR', error: 'Unknown API Key' }, 'refused'],
      [200, { status: 'OK', results: [] }, 'unknown-instrument'],
      [200, { status: 'OK', request_id: '6a7e466379af0a71039d60cc78e72282' }, 'unknown-instrument'],
    ],
  ],
  [
    TIINGO,
    [
      [404, { detail: "Error: Ticker 'MSFT' not found" }, 'unknown-instrument'],
      [
        429,
        { detail: 'Error: You have run over your hourly request allocation.' },
        'quota',
        { retryAfterMs: 15 * MINUTES },
      ],
      [
        200,
        'You have run over your 500 symbol look up for this month. Please upgrade at https://api.tiingo.com/pricing to have your limits increased.',
        'quota',
        { retryAfterMs: 15 * MINUTES },
      ],
      [
        200,
        {
          detail:
            'Error: You have run over your hourly request allocation. Please upgrade at https://api.tiingo.com/pricing to have your limits increased.',
        },
        'quota',
      ],
      [200, { detail: 'You have run over your 50 requests' }, 'quota'],
      [
        429,
        {
          detail:
            'Error: You have run over your hourly request allocation. Contact us at support@tiingo.com to have these lifted.',
        },
        'quota',
      ],
      [403, { detail: 'Error: You have run over your daily request allocation.' }, 'quota'],
      [200, { detail: 'Please supply a token' }, 'refused'],
      [403, { detail: 'You do not have permission to access the IEX API' }, 'refused'],
      [404, { detail: "Error: Ticker 'MSFT' not found" }, 'unknown-instrument'],
      [200, [], 'unknown-instrument'],
    ],
  ],
  [
    FINNHUB,
    [
      [200, {}, 'unknown-instrument'],
      [200, { c: 0, d: null, dp: null, h: 0, l: 0, o: 0, pc: 0, t: 0 }, 'unknown-instrument'],
      [200, { error: 'API limit reached. Please try again later. Remaining Limit: 0' }, 'quota'],
      [429, { error: 'API limit reached. Please try again later. Remaining Limit: 0' }, 'quota'],
      [403, { error: "You don't have access to this resource." }, 'refused'],
      [200, { error: "You don't have access to this resource." }, 'refused'],
      [401, { error: 'Invalid API key' }, 'refused'],
      [422, { error: 'Symbol not supported' }, 'unknown-instrument'],
    ],
  ],
];

const NAMES = ['XNAS:MSFT'];

describe.each(REFUSALS.map(([vendor, noes]) => [vendor.name, vendor, noes] as const))(
  '%s, as recorded',
  (_vendor, vendor, noes) => {
    const standIn = useVendor(vendor);

    const cases = noes.map(([status, body, code, more = {}]) => ({ status, body, code, more }));
    it.each(cases)('$status, $body: $code', async ({ status, body, code, more }) => {
      standIn.server.record(({ path }) =>
        path.startsWith('/quote/') || path.startsWith('/v1/') ? undefined : { status, body },
      );
      const outcomes = await standIn.ask(NAMES);
      expect(codes(outcomes, NAMES)).toEqual([code]);
      expect(outcomes.get('XNAS:MSFT')).toMatchObject({ failure: more });
      // Nothing that the vendor wrote goes on from here.
      const said = outcomes.get('XNAS:MSFT');
      expect(['code', 'message', 'retryable', 'retryAfterMs']).toEqual(
        expect.arrayContaining(said && 'failure' in said ? Object.keys(said.failure) : ['a failure']),
      );
    });
  },
);
