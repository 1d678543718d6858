import fc from 'fast-check';
import {
  askTogether,
  newQuestions,
} from '../../../src/plugins/response-cache/server/src/freshness/ask-together';
import {
  findEndingTable,
  newLedger,
  noteWrites,
} from '../../../src/plugins/response-cache/server/src/freshness/ledger';

describe('the ledger', () => {
  it('ends an answer exactly where one of its tables was written to since', () => {
    const table: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd');
    const touched = fc.oneof(
      { weight: 1, arbitrary: fc.constant('all' as const) },
      { weight: 1, arbitrary: fc.constant(['*']) },
      { weight: 8, arbitrary: fc.uniqueArray(table) },
    );
    fc.assert(
      fc.property(
        fc.array(touched),
        fc.array(touched),
        fc.uniqueArray(table, { minLength: 1 }),
        (before, after, tables) => {
          const ledger = newLedger();
          before.forEach((one) => noteWrites(ledger, one));
          const answer = { generation: ledger.generation, tables };
          let ended = false;
          for (const one of after) {
            noteWrites(ledger, one);
            ended ||= one === 'all' || one.includes('*') || one.some((name) => tables.includes(name));
            expect(findEndingTable(ledger, answer) !== undefined).toBe(ended);
          }
        },
      ),
    );
  });
});

const fail = (error: unknown): never => {
  throw error;
};

describe('questions', () => {
  it('are asked one at a time, and nobody is given an answer that was asked for before they came', async () => {
    const answers: (() => void)[] = [];
    const asked: number[] = [];
    const questions = newQuestions(() => {
      asked.push(asked.length);
      return new Promise<void>((resolve) => answers.push(resolve));
    }, fail);
    const first = askTogether(questions);
    const later = [askTogether(questions), askTogether(questions)];
    expect(asked).toEqual([0]);
    expect(later[0]).toBe(later[1]);
    answers[0]?.();
    expect(await first).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual([0, 1]);
    const last = askTogether(questions);
    expect(last).not.toBe(later[0]);
    answers[1]?.();
    expect(await later[0]).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
    answers[2]?.();
    expect(await last).toBe(true);
    expect(questions.count).toBe(3);
  });

  it('that fail say so, and the next is asked', async () => {
    let fails = true;
    const report = jest.fn();
    const questions = newQuestions(
      () => (fails ? Promise.reject(new Error('silent')) : Promise.resolve()),
      report,
    );
    expect(await askTogether(questions)).toBe(false);
    fails = false;
    expect(await askTogether(questions)).toBe(true);
    expect(
      askTogether(
        newQuestions(() => {
          throw new Error('busy');
        }, report),
      ),
    ).toBe(false);
    expect(report.mock.calls).toEqual([[new Error('silent')], [new Error('busy')]]);
  });

  it('that fail one after the other are reported once, until one is answered', async () => {
    const outcomes = ['down', 'down', '', 'full'];
    const report = jest.fn();
    const questions = newQuestions(async () => {
      const outcome = outcomes.shift();
      if (outcome) throw new Error(outcome);
      return Promise.resolve();
    }, report);
    for (const answered of [false, false, true, false]) expect(await askTogether(questions)).toBe(answered);
    expect(report.mock.calls).toEqual([[new Error('down')], [new Error('full')]]);
  });
});
