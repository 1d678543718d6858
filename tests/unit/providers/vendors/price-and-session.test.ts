import fc from 'fast-check';
import {
  requireKey,
  requireKeyPair,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/http/require-key';
import {
  readFigure,
  readOptionalFigure,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/read-figure';
import { vendorUrl } from '../../../../src/plugins/quote-snapshots/server/src/providers/http/fetch-json';
import {
  barWindow,
  priceAsOf,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/minute-bars';
import {
  parseEpoch,
  parseIso,
  parseLocal,
  localDate,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/read-time';
import { planLimits } from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/plan-limits';
import { sameMarket } from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/market-segments';
import { sanitizeText } from '../../../../src/plugins/quote-snapshots/server/src/providers/market-data/sanitize-text';

describe('figures', () => {
  it.each([
    [480.5, 480.5],
    ['480.5000', 480.5],
    ['-1.23%', -1.23],
    ['+.5', 0.5],
    ['1e-3', 0.001],
    [undefined, null],
    [null, null],
    ['', null],
    ['NA', null],
    ['None', null],
    ['-', null],
    ['1,000', NaN],
    ['0x10', NaN],
    ['twelve', NaN],
    [{ value: 1 }, NaN],
    [true, NaN],
  ])('%j is %j', (value, expected) => {
    expect(readFigure(value)).toBe(expected);
  });

  it('writes and reads back any number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (figure) => {
        // `String` writes a negative zero without its sign.
        expect(readFigure(String(figure))).toBe(figure + 0);
      }),
    );
  });

  it('an optional figure is a number or absent, whatever is there', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const figure = readOptionalFigure(value);
        expect(figure === null || Number.isFinite(figure)).toBe(true);
      }),
    );
  });
});

describe('moments', () => {
  it.each([
    ['seconds', 1_772_463_600, '2026-03-02T15:00:00.000Z'],
    ['seconds', '1772463600', '2026-03-02T15:00:00.000Z'],
    ['milliseconds', 1_772_463_600_123, '2026-03-02T15:00:00.123Z'],
    ['nanoseconds', Number('1772463600123456789'), '2026-03-02T15:00:00.123Z'],
  ] as const)('%s since 1970: %j', (unit, value, expected) => {
    expect(parseEpoch(value, unit)?.toISOString()).toBe(expected);
  });

  it.each([0, -1, 'NA', null, undefined, 1e300, {}])('no moment: %j', (value) => {
    expect(parseEpoch(value, 'seconds')).toBeNull();
  });

  it.each([
    ['2026-03-02T10:28:57.053159184-05:00', '2026-03-02T15:28:57.053Z'],
    ['2026-03-02T15:28:57Z', '2026-03-02T15:28:57.000Z'],
    ['2026-03-02T15:28:57', undefined],
    ['2026-03-02', undefined],
    ['2026-13-02T15:28:57Z', undefined],
    [5, undefined],
  ])('ISO 8601 with its offset: %j', (value, expected) => {
    expect(parseIso(value)?.toISOString()).toBe(expected);
  });

  it.each([
    // Winter and summer time, and the hour that is skipped and the one that comes twice.
    ['2026-03-02 15:59:00', 'America/New_York', '2026-03-02T20:59:00.000Z'],
    ['2026-07-02 15:59', 'US/Eastern', '2026-07-02T19:59:00.000Z'],
    ['2026-03-29 16:30', 'Europe/London', '2026-03-29T15:30:00.000Z'],
    ['2026-03-02 15:30:00', 'Asia/Kolkata', '2026-03-02T10:00:00.000Z'],
    ['2026-11-01 01:30:00', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-03-02', 'America/New_York', '2026-03-02T05:00:00.000Z'],
    ['2026-03-02 25:00:00', 'America/New_York', undefined],
    ['2026-13-02', 'America/New_York', undefined],
    ['2026-03-02 15:59:00', 'Mars/Olympus', undefined],
    ['soon', 'America/New_York', undefined],
  ])('clocks of a zone: %j in %s', (value, zone, expected) => {
    expect(parseLocal(value, zone)?.toISOString()).toBe(expected);
  });

  it('reads back the date that it is in a zone', () => {
    const moments = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2050-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom('America/New_York', 'Asia/Tokyo', 'Europe/London'),
        (moment, zone) => {
          const day = moment.toLocaleString('sv-SE', { timeZone: zone }).slice(0, 10);
          expect(localDate(moment, zone)).toBe(day);
        },
      ),
    );
  });
});

describe('minute bars', () => {
  const asOf = new Date('2026-03-02T15:04:30Z');
  const bar = (start: string, close: unknown) => ({ start: new Date(start), close });

  it('takes the last minute that was over, in whatever order they come', () => {
    const bars = [
      bar('2026-03-02T15:04:00Z', 99),
      bar('2026-03-02T15:03:00Z', 10),
      bar('2026-03-02T15:02:00Z', 9),
      bar('2026-03-02T15:05:00Z', 98),
    ];
    for (const order of [bars, [...bars].reverse()])
      expect(priceAsOf(order, asOf)).toEqual({ price: 10, quotedAt: new Date('2026-03-02T15:03:00Z') });
  });

  it('takes the minute before where one has no close, and what is no figure as it is', () => {
    expect(
      priceAsOf([bar('2026-03-02T15:03:00Z', null), bar('2026-03-02T14:59:00Z', '8')], asOf),
    ).toMatchObject({ price: 8 });
    expect(priceAsOf([bar('2026-03-02T15:03:00Z', 'x')], asOf)).toMatchObject({ price: NaN });
  });

  it('has no price of longer ago than a week', () => {
    expect(priceAsOf([bar('2026-02-23T15:02:00Z', 8)], asOf)).toMatchObject({ code: 'no-price' });
    expect(priceAsOf([{ start: null, close: 8 }], asOf)).toMatchObject({ code: 'no-price' });
  });

  it('never looks at a minute that was not over', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        (moment) => {
          const { from, to } = barWindow(moment);
          expect(to.getTime() + 60_000).toBeLessThanOrEqual(moment.getTime());
          expect(moment.getTime() - to.getTime()).toBeLessThan(120_000);
          expect(from < to).toBe(true);
        },
      ),
    );
  });
});

describe('words of a vendor', () => {
  it('become one line of plain text of bounded length', () => {
    expect(sanitizeText(' Acme\u0000\n Corp.\u202e ')).toBe('Acme Corp.');
    expect(sanitizeText('\u0007\u200b')).toBeNull();
    expect(sanitizeText(undefined)).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (words) => {
        const text = sanitizeText(words);
        expect(text === null || ([...text].length <= 120 && text.length > 0)).toBe(true);
        expect(text ?? '').not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

describe('markets', () => {
  it('are the same as their segments, and as tiers that vendors do not tell apart', () => {
    expect(sameMarket('XNGS', 'XNAS')).toBe(true);
    expect(sameMarket('XLON', 'AIMX')).toBe(true);
    expect(sameMarket('OTCQ', 'PINX')).toBe(true);
    for (const [operator, segment] of [
      ['XNAS', 'XNCM'],
      ['XTKS', 'XJPX'],
      ['XSWX', 'XVTX'],
      ['XMIL', 'MTAA'],
      ['XPAR', 'ALXP'],
      ['XETR', 'XETA'],
      ['XMAD', 'BMEX'],
      ['XSTO', 'FNSE'],
      ['XHKG', 'XGEM'],
    ] as const)
      expect(sameMarket(operator, segment)).toBe(true);
    expect(sameMarket('XNAS', 'XNYS')).toBe(false);
    expect(sameMarket('XNYS', 'ARCX')).toBe(false);
    expect(sameMarket('XTSE', 'XTSX')).toBe(false);
    expect(sameMarket('XSHG', 'XSHE')).toBe(false);
    expect(sameMarket('XPAR', 'XAMS')).toBe(false);
  });
});

describe('keys', () => {
  it('are never in the message that refuses them', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), (key) => {
        for (const read of [requireKey, requireKeyPair]) {
          try {
            read('vendor', key);
          } catch (error) {
            expect(String(error)).not.toContain(key);
          }
        }
      }),
    );
  });
});

describe('the limits of a plan', () => {
  it('are those configured, else those of the free plan, and none for zero', () => {
    const free = { perMinute: 8, perDay: 800 };
    expect(planLimits('instrument', {}, free)).toEqual({ counts: 'instrument', ...free });
    expect(planLimits('request', { perMinute: 50, perDay: 0 }, free)).toEqual({
      counts: 'request',
      perMinute: 50,
    });
    expect(planLimits('request', {})).toEqual({ counts: 'request' });
  });
});

describe('addresses', () => {
  it.each([
    ['https://api.example', 'https://api.example/quote?symbol=A%2CB'],
    ['https://proxy.example/vendor/', 'https://proxy.example/vendor/quote?symbol=A%2CB'],
    ['https://proxy.example/?token=x', 'https://proxy.example/quote?token=x&symbol=A%2CB'],
  ])('go below the base URL %s', (base, expected) => {
    expect(vendorUrl(base, '/quote', { symbol: 'A,B' }).href).toBe(expected);
  });
});
