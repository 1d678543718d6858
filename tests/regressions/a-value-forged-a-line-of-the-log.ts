import { Writable } from 'node:stream';
import { winston } from '@strapi/logger';
import type { Suite } from '../support/describe-newsroom';

export const regression: Suite = (newsroom) => {
  /** What the log says while something is done. */
  const logged = async (act: () => unknown): Promise<string> => {
    const chunks: string[] = [];
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk.toString());
        done();
      },
    });
    const { log } = newsroom().strapi;
    const [level, silent] = [log.level, log.transports.map((transport) => transport.silent)];
    for (const transport of log.transports) transport.silent = true;
    const captured = new winston.transports.Stream({ stream });
    log.add(captured);
    log.level = 'http';
    try {
      await act();
    } finally {
      log.remove(captured);
      log.level = level;
      log.transports.forEach((transport, index) => (transport.silent = silent[index]));
    }
    return chunks.join('');
  };

  const FORGED = 'x\n[2026-01-01 00:00:00.000] info: Everything is fine';
  const linesOf = (text: string) => text.trimEnd().split('\n');

  /** The error of a statement that fails. */
  const failure = async (value: string): Promise<Error> => {
    const { connection } = newsroom().strapi.db;
    const refused = await connection.raw(`select * from no_such_table where a = '${value}'`).then(
      () => undefined,
      (error: Error) => error,
    );
    expect(refused?.message).toContain(value.slice(0, 20));
    return refused!;
  };

  it('where a statement failed, which had it', async () => {
    const error = await failure(FORGED);
    const lines = linesOf(await logged(() => newsroom().strapi.log.error(error)));
    expect(lines[0]).toContain('\\n[2026-01-01');
    expect(lines.filter((line) => line.startsWith('[2026-01-01 00:00'))).toEqual([]);
    for (const line of lines.slice(1)) expect(line).toMatch(/^\s+at /);
  });

  it('which is a stack of its own', async () => {
    const error = new Error('x\n    at forged (/etc/passwd:1:1)');
    expect(
      linesOf(await logged(() => newsroom().strapi.log.error(error)))
        .slice(1)
        .join('\n'),
    ).not.toContain('/etc/passwd');
  });

  it('in a message', async () => {
    const { log } = newsroom().strapi;
    expect(linesOf(await logged(() => log.warn(`It said: ${FORGED}`)))).toHaveLength(1);
    expect(
      linesOf(await logged(() => log.warn('Of a caller', { message: FORGED, stack: FORGED }))),
    ).toHaveLength(1);
    const coloured = await logged(() => log.http('\u001b[2J\u001b[31mred\u001b[0m \u202e'));
    expect(coloured).toContain('\\u001b[2J\\u001b[31mred');
    expect(coloured).not.toContain('\u001b[2J');
  });

  it('or filled it: a failed statement of a megabyte is cut, and what was wrong with it is kept', async () => {
    const error = await failure(`begins here ${'x'.repeat(1_000_000)}`);
    const text = await logged(() => newsroom().strapi.log.error(error));
    expect(text.length).toBeLessThan(10_000);
    expect(text).toContain('begins here');
    expect(linesOf(text)[0]).toMatch(/no_such_table/);
    expect(text.trimEnd()).not.toHaveLength(0);
  });

  it('or filled it: the address of a request is cut', async () => {
    const text = await logged(() =>
      newsroom()
        .http()
        .get(`/api/articles?_q=${'y'.repeat(8_000)}`),
    );
    expect(text).toContain('GET /api/articles');
    expect(text.length).toBeLessThan(3_000);
  });
};
