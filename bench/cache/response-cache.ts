import type { Child } from '../child-newsroom';
import { residentMemory } from '../resident-memory';
import type { Served } from '../serve';
import { show } from '../show';
import { countsOf } from './counts';
import { benchManyAddresses } from './hostile';
import { costsOfMissesInPairs } from './misses';
import { byTurns, CONNECTIONS, publishing, serve, warm } from './newsrooms';
import { benchNoStaleAnswers } from './no-stale-answers';
import { ARTICLES, bySlug, many, READS } from './requests';
import { benchStartUp } from './start-up';
import { timesOf } from './times-of';
import { benchTwoNodes } from './two-nodes';
import { benchEditing, whileEditing } from './while-editing';

/** Prints each row as soon as it is measured, because the whole table takes minutes. */
const shown = (row: string[]): string[] => {
  console.log(row.join('  '));
  return row;
};

const benchReads = async (off: Child<Served>, on: Child<Served>): Promise<string[][]> => {
  const rows: string[][] = [];
  for (const [name, requestsFor] of Object.entries(READS)) {
    await warm([on.answer.address], requestsFor(on.answer.reader));
    const figures = await byTurns([off.answer.address], [on.answer.address], (which) =>
      requestsFor((which === 'on' ? on : off).answer.reader),
    );
    rows.push(shown([name, ...figures]));
  }
  return rows;
};

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

/** The memory of both processes, and the size that the cache itself reports, with every article cached once. */
const benchMemory = async (off: Child<Served>, on: Child<Served>): Promise<string[]> => {
  const every = many(ARTICLES, (index) => bySlug(index));
  await warm([off.answer.address, on.answer.address], every);
  const { entries, bytes } = await countsOf(on.process);
  return [
    `memory, ${ARTICLES.toLocaleString('en')} articles cached`,
    megabytes(residentMemory(off.process.pid ?? 0)),
    megabytes(residentMemory(on.process.pid ?? 0)),
    `${entries.toLocaleString('en')} answers, ${megabytes(bytes)}`,
  ];
};

const benchOnSqlite = async (): Promise<void> => {
  const [off, on] = [await serve(false), await serve(true)];
  try {
    const rows = await benchReads(off, on);
    rows.push(...(await costsOfMissesInPairs(off, on)).map(shown));
    rows.push(shown(await timesOf('publish, 10 quotes', publishing(off), publishing(on))));
    rows.push(shown(await whileEditing(off, on)));
    rows.push(shown(await benchMemory(off, on)));
    rows.push(shown(await benchStartUp(off, on)));
    show(
      `The response cache, against the same newsroom without it (${ARTICLES.toLocaleString('en')} articles, SQLite, ${CONNECTIONS} connections)`,
      ['', 'off', 'on', 'ratio'],
      rows,
    );
  } finally {
    await Promise.all([off.stop(), on.stop()]);
  }
};

/** Two rows of the table on their own: the time that the cache adds when it has no answer. */
const benchCosts = async (): Promise<void> => {
  const [off, on] = [await serve(false), await serve(true)];
  try {
    show(
      'What the response cache costs where it has no answer',
      ['', 'off', 'on', 'ratio'],
      [
        ...(await costsOfMissesInPairs(off, on)),
        await timesOf('publish, 10 quotes', publishing(off), publishing(on)),
      ],
    );
  } finally {
    await Promise.all([off.stop(), on.stop()]);
  }
};

const PARTS = {
  sqlite: benchOnSqlite,
  postgres: benchTwoNodes,
  hostile: benchManyAddresses,
  stale: benchNoStaleAnswers,
} as const;

/** Parts that run only if they are named. */
const ALONE = { costs: benchCosts, editing: benchEditing } as const;

/**
 * `npm run bench -- cache` compares the response cache with the same newsroom without it. `npm run bench -- cache sqlite` (or
 * `postgres`, `hostile`, `stale`) runs one part of it, `costs` and `editing` single rows of the first part.
 */
export const benchResponseCache = async (part?: string): Promise<void> => {
  const named: Record<string, () => Promise<void>> = { ...PARTS, ...ALONE };
  if (part !== undefined && !named[part])
    throw new Error(`"${part}" is no part of the cache's benchmark: ${Object.keys(named).join(', ')}.`);
  const chosen = part === undefined ? Object.values(PARTS) : [named[part]];
  for (const bench of chosen) await bench?.();
};
