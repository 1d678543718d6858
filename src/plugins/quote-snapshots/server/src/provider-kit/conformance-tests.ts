import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { formatInstrument, parseInstrument } from '../instruments/instrument';
import { FAILURE_CODES, MARKET_STATES, type Quote, type QuoteAnswer } from '../providers/market-data/quote';
import type { QuoteProvider } from '../providers/quote-provider';
import { FAULTS, type ProviderUnderTest, type StandInFault } from './provider-under-test';

/** One test. `run` rejects with the fault. */
export interface ConformanceTest {
  name: string;
  run(): Promise<void>;
}

const DAY_MS = 24 * 60 * 60_000;

/** The stand-in is on the same machine and answers sooner. */
const TIMEOUT_MS = 5_000;

const ask = async (
  provider: QuoteProvider,
  names: readonly string[],
  { asOf, signal = AbortSignal.timeout(TIMEOUT_MS) }: { asOf?: Date; signal?: AbortSignal } = {},
): Promise<Map<string, QuoteAnswer>> => {
  const instruments = Object.freeze(names.map((name) => Object.freeze(parseInstrument(name))));
  const answers = await provider.getQuotes({ instruments, signal, ...(asOf ? { asOf } : {}) });
  assert.ok(answers instanceof Map, 'getQuotes resolves with a Map');
  assert.deepEqual(
    [...answers.keys()].sort(),
    [...new Set(names)].sort(),
    'there is one outcome for each instrument asked for, by MIC:SYMBOL, and no other',
  );
  for (const [name, outcome] of answers) checkOutcome(name, outcome);
  return answers;
};

const checkOutcome = (name: string, outcome: QuoteAnswer): void => {
  assert.ok(
    'quote' in outcome !== 'failure' in outcome,
    `${name}: an outcome is either a quote or a failure, not ${inspect(outcome)}`,
  );
  if ('quote' in outcome) checkFigures(name, outcome.quote);
  else {
    const { code, message, retryable } = outcome.failure;
    assert.ok(FAILURE_CODES.includes(code), `${name}: "${code}" is none of ${FAILURE_CODES.join(', ')}`);
    assert.ok(
      message.trim().length > 0 && message.length <= 300,
      `${name}: a failure has a message of a line or two`,
    );
    assert.equal(typeof retryable, 'boolean', `${name}: a failure says whether to ask again`);
  }
};

const checkFigures = (name: string, quote: Quote): void => {
  assert.equal(formatInstrument(quote.instrument), name, `${name}: the quote is of the instrument asked for`);
  assert.ok(Number.isFinite(quote.price) && quote.price > 0, `${name}: the price is a number above zero`);
  for (const field of ['previousClose', 'change', 'changePercent', 'delayMinutes'] as const) {
    const figure = quote[field];
    assert.ok(figure === null || Number.isFinite(figure), `${name}: ${field} is a number or null`);
  }
  assert.match(quote.currency, /^[A-Z]{3}$/, `${name}: the currency is of ISO 4217, in its major unit`);
  assert.ok(
    MARKET_STATES.includes(quote.marketState),
    `${name}: ${quote.marketState} is no state of a market`,
  );
  assert.ok(
    Number.isInteger(quote.priceDecimals) && quote.priceDecimals >= 0,
    `${name}: priceDecimals counts`,
  );
  assert.ok(!Number.isNaN(quote.quotedAt.getTime()), `${name}: quotedAt is a time`);
};

const codesOf = (answers: ReadonlyMap<string, QuoteAnswer>): string[] =>
  [...answers.values()].map((outcome) => ('failure' in outcome ? outcome.failure.code : 'quote'));

const expectCodes = (
  answers: ReadonlyMap<string, QuoteAnswer>,
  allowed: readonly string[],
  what: string,
): void => {
  for (const [name, outcome] of answers) {
    const code = 'failure' in outcome ? outcome.failure.code : 'quote';
    const said = 'failure' in outcome ? ` (${outcome.failure.message})` : '';
    assert.ok(allowed.includes(code), `${what}: ${name} has ${allowed.join(' or ')}, not ${code}${said}`);
  }
};

/**
 * The tests that every provider must pass, for any test runner:
 *
 * ```ts
 * describe('my provider', () => {
 *   for (const { name, run } of conformanceTests(underTest)) it(name, run);
 * });
 * ```
 *
 * They change the state of the stand-in, so they must run one after the other.
 */
export const conformanceTests = (underTest: ProviderUnderTest): ConformanceTest[] => {
  const { create, known, unknown, uncovered, asOf, secret, requests } = underTest;
  const fail = async (fault: StandInFault | undefined): Promise<void> => underTest.fail?.(fault);
  const batchFor = ({ maxBatch }: QuoteProvider): readonly string[] => known.slice(0, maxBatch);
  const checks: ConformanceTest[] = [];
  const check = (name: string, run: () => Promise<void>): void => {
    checks.push({
      name,
      run: async () => {
        await fail(undefined);
        try {
          await run();
        } finally {
          await fail(undefined);
        }
      },
    });
  };

  check('says who it is, what it may be used for and how often', () => {
    const { name, attribution, licence, delayMinutes, maxBatch, limits, answersAsOf, maxBatchAsOf } =
      create();
    assert.match(name, /^[a-z0-9][a-z0-9-]*$/, 'name: lower case and dashes');
    assert.ok(
      attribution.trim().length > 0 && attribution.length <= 300,
      'attribution: the credit line to be shown',
    );
    assert.ok(licence === 'display' || licence === 'internal', 'licence: display or internal');
    assert.ok(Number.isFinite(delayMinutes) && delayMinutes >= 0, 'delayMinutes: minutes, 0 for real time');
    assert.ok(Number.isInteger(maxBatch) && maxBatch >= 1, 'maxBatch: 1 or more');
    assert.ok(
      limits.counts === 'request' || limits.counts === 'instrument',
      'limits.counts: request or instrument',
    );
    for (const limit of [limits.perMinute, limits.perDay])
      assert.ok(limit === undefined || limit > 0, 'limits: above zero, or absent');
    assert.equal(typeof answersAsOf, 'boolean', 'answersAsOf: true or false');
    assert.ok(maxBatchAsOf === undefined || maxBatchAsOf >= 1, 'maxBatchAsOf: 1 or more, or absent');
    assert.ok(known.length >= 2, 'the test names two known instruments or more');
    return Promise.resolve();
  });

  check('answers each instrument with its own quote', async () => {
    const provider = create();
    const prices = new Set<number>();
    for (const name of known) {
      const answers = await ask(provider, [name]);
      expectCodes(answers, ['quote'], 'a known instrument');
      const outcome = answers.get(name);
      if (outcome && 'quote' in outcome) prices.add(outcome.quote.price);
    }
    assert.equal(prices.size, known.length, 'the stand-in has a price of its own for each known instrument');
  });

  check('answers a batch as it answers each alone', async () => {
    const provider = create();
    const batch = batchFor(provider);
    const together = await ask(provider, batch);
    for (const name of batch) {
      const alone = (await ask(provider, [name])).get(name);
      const mine = together.get(name);
      assert.ok(mine && alone && 'quote' in mine && 'quote' in alone, `${name}: there is a quote both ways`);
      assert.equal(mine.quote.price, alone.quote.price, `${name}: the price is the same both ways`);
    }
  });

  check('does not let the order of a batch, or a repeated instrument, mix quotes up', async () => {
    const provider = create();
    const batch = batchFor(provider);
    const forwards = await ask(provider, batch);
    const backwards = await ask(provider, [...batch, ...batch].reverse());
    for (const name of batch) {
      const [one, other] = [forwards.get(name), backwards.get(name)];
      assert.ok(one && other && 'quote' in one && 'quote' in other, `${name}: there is a quote both ways`);
      assert.equal(one.quote.price, other.quote.price, `${name}: the price does not depend on the order`);
    }
  });

  check('quotes prices of the last days, not of the future', async () => {
    const provider = create();
    const answers = await ask(provider, batchFor(provider));
    for (const [name, outcome] of answers) {
      if (!('quote' in outcome)) continue;
      const age = Date.now() - outcome.quote.quotedAt.getTime();
      assert.ok(age > -5 * 60_000 && age < 14 * DAY_MS, `${name}: quotedAt is of the last two weeks`);
    }
  });

  check('says that it does not know an instrument, and quotes the others', async () => {
    const provider = create();
    expectCodes(await ask(provider, [unknown]), ['unknown-instrument', 'no-price'], 'an unknown instrument');
    if (provider.maxBatch < 2) return;
    const answers = await ask(provider, [...known.slice(0, provider.maxBatch - 1), unknown]);
    const others = new Map([...answers].filter(([name]) => name !== unknown));
    expectCodes(others, ['quote'], 'a known instrument beside an unknown one');
  });

  check('answers for no instruments with nothing', async () => {
    assert.equal((await ask(create(), [])).size, 0);
  });

  check('can be asked by several at once', async () => {
    const provider = create();
    const answers = await Promise.all(known.map((name) => ask(provider, [name])));
    for (const answer of answers) expectCodes(answer, ['quote'], 'asked at the same time');
  });

  if (uncovered !== undefined) {
    check('does not ask for a market that it does not cover', async () => {
      const provider = create();
      const before = requests?.();
      expectCodes(await ask(provider, [uncovered]), ['unknown-instrument'], 'a market that is not covered');
      assert.equal(requests?.(), before, 'no request is made for it');
    });
  }

  if (asOf !== undefined) {
    check('answers as of a past minute with a price of then', async () => {
      const provider = create();
      assert.ok(provider.answersAsOf, 'answersAsOf is true');
      for (const name of known) {
        const outcome = (await ask(provider, [name], { asOf })).get(name);
        assert.ok(outcome && 'quote' in outcome, `${name}: there is a quote as of ${asOf.toISOString()}`);
        const age = asOf.getTime() - outcome.quote.quotedAt.getTime();
        assert.ok(age >= 0 && age < 14 * DAY_MS, `${name}: quotedAt is at or before the moment asked for`);
      }
    });
  }

  if (secret !== undefined) {
    check('keeps its key to itself', async () => {
      const provider = create();
      const shown = (value: unknown): string => inspect(value, { depth: 10, showHidden: true });
      assert.ok(
        !shown(await ask(provider, [known[0] ?? unknown, unknown].slice(0, provider.maxBatch))).includes(
          secret,
        ),
      );
      for (const { name, attribution } of [provider]) assert.ok(!`${name}${attribution}`.includes(secret));
    });
  }

  if (underTest.fail) {
    for (const fault of underTest.faults ?? (Object.keys(FAULTS) as StandInFault[])) {
      check(`has a reason for each instrument where the vendor fails: ${fault}`, async () => {
        const provider = create();
        const batch = batchFor(provider);
        await fail(fault);
        const abort = new AbortController();
        const asked = ask(provider, batch, { signal: abort.signal });
        if (fault === 'stall') abort.abort();
        const answers = await asked;
        expectCodes(answers, FAULTS[fault], fault);
        if (secret !== undefined) {
          const said = inspect([...answers], { depth: 10 });
          assert.ok(!said.includes(secret), 'the key is not in the reasons');
        }
        await fail(undefined);
        assert.ok(
          codesOf(await ask(provider, batch)).every((code) => code === 'quote'),
          'it recovers afterwards',
        );
      });
    }
  }
  return checks;
};
