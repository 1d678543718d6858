import {
  requestInterval,
  waitForTurn,
} from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/request-interval';

const patient = () => new AbortController().signal;

describe('requests with a distance between them', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('go one at a time, in order, however many ask at once', async () => {
    const interval = requestInterval(1_000);
    const gone: string[] = [];
    const all = ['a', 'b', 'c'].map(async (name) => {
      if (await waitForTurn(interval, patient())) gone.push(name);
    });
    await jest.advanceTimersByTimeAsync(0);
    expect(gone).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(999);
    expect(gone).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(1);
    expect(gone).toEqual(['a', 'b']);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(gone).toEqual(['a', 'b', 'c']);
    await Promise.all(all);
  });

  it('do not wait where the last was long ago', async () => {
    const interval = requestInterval(1_000);
    expect(await waitForTurn(interval, patient())).toBe(true);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await waitForTurn(interval, patient())).toBe(true);
  });

  it('are not made for a caller who gave up, and nobody waits for one', async () => {
    const interval = requestInterval(1_000);
    await waitForTurn(interval, patient());
    const impatient = Array.from({ length: 20 }, () => new AbortController());
    const refused = Promise.all(impatient.map(({ signal }) => waitForTurn(interval, signal)));
    let next: boolean | undefined;
    void waitForTurn(interval, patient()).then((turn) => (next = turn));
    for (const one of impatient) one.abort();
    await jest.advanceTimersByTimeAsync(0);
    expect(await refused).toEqual(impatient.map(() => false));
    expect(next).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(next).toBe(true);
  });

  it('have none between them where none is asked for', async () => {
    const interval = requestInterval(0);
    expect(await Promise.all([waitForTurn(interval, patient()), waitForTurn(interval, patient())])).toEqual([
      true,
      true,
    ]);
    expect(await waitForTurn(interval, AbortSignal.abort())).toBe(false);
  });
});
