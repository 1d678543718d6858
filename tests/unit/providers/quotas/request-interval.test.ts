import { createRequestInterval } from '../../../../src/plugins/quote-snapshots/server/src/providers/quotas/request-interval';

const patient = () => new AbortController().signal;

describe('requests with a distance between them', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('go one at a time, in order, however many ask at once', async () => {
    const spacing = createRequestInterval(1_000);
    const gone: string[] = [];
    const all = ['a', 'b', 'c'].map(async (name) => {
      if (await spacing.turn(patient())) gone.push(name);
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
    const spacing = createRequestInterval(1_000);
    expect(await spacing.turn(patient())).toBe(true);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await spacing.turn(patient())).toBe(true);
  });

  it('are not made for a caller who gave up, and nobody waits for one', async () => {
    const spacing = createRequestInterval(1_000);
    await spacing.turn(patient());
    const impatient = Array.from({ length: 20 }, () => new AbortController());
    const refused = Promise.all(impatient.map(({ signal }) => spacing.turn(signal)));
    let next: boolean | undefined;
    void spacing.turn(patient()).then((turn) => (next = turn));
    for (const one of impatient) one.abort();
    await jest.advanceTimersByTimeAsync(0);
    expect(await refused).toEqual(impatient.map(() => false));
    expect(next).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(next).toBe(true);
  });

  it('have none between them where none is asked for', async () => {
    const spacing = createRequestInterval(0);
    expect(await Promise.all([spacing.turn(patient()), spacing.turn(patient())])).toEqual([true, true]);
    expect(await spacing.turn(AbortSignal.abort())).toBe(false);
  });
});
