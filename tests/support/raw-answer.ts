import { request } from 'node:http';

/** An answer as it came over the wire. */
export interface Raw {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** Asks without what fetch adds and undoes: compression, and `no-cache` to whatever has a condition. */
export const raw = (
  address: string,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<Raw> =>
  new Promise((resolve, reject) => {
    request(`${address}${path}`, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
