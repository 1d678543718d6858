import { createServer } from 'node:net';

/**
 * Checks that a port is free, before anything slow starts.
 *
 * @throws Error that names the port and says what to do
 */
export const assertPortIsFree = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => {
      const why = code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${code})`;
      reject(
        new Error(`Port ${port} ${why}: stop what uses it, or set another, as in PORT=1338 npm run demo.`),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
