import { install, openFreshness, startBareServer } from '../support/postgres-clients';

const MINUTE_MS = 60_000;

/** Rows of writes are removed once a minute. Every failure of it was swallowed, and the table grew without end. */
it('the first of several failures to remove rows of writes is logged', async () => {
  const server = await startBareServer();
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] });
  try {
    const node = await server.connect();
    await install(node);
    let fails = true;
    const execute = jest.fn(
      (sql: string): Promise<unknown> =>
        fails ? Promise.reject(new Error('the disk is full')) : node.run(sql),
    );
    const warn = jest.fn();
    const freshness = await openFreshness(server, node, { execute, warn });
    const aMinuteLater = async (): Promise<void> => {
      jest.advanceTimersByTime(MINUTE_MS);
      await Promise.allSettled(execute.mock.results.map(({ value }) => value as Promise<unknown>));
    };
    await aMinuteLater();
    await aMinuteLater();
    expect(execute).toHaveBeenCalledTimes(2);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('the disk is full')]]);
    fails = false;
    await aMinuteLater();
    fails = true;
    await aMinuteLater();
    expect(warn).toHaveBeenCalledTimes(2);
    await freshness.close();
  } finally {
    jest.useRealTimers();
    await server.stop();
  }
}, 60_000);
