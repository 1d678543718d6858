import { startPostgres } from '../tests/support/postgres';
import { askFor, LISTS } from './lists';
import { compare } from './measure';
import { serveNewsroom, type ServedNewsroom } from './newsroom';
import { milliseconds, show, times } from './show';

const FEW = 200;
const ROUNDS = 40;

const compareLists = async (few: ServedNewsroom, many: ServedNewsroom): Promise<string[][]> => {
  const rows: string[][] = [];
  for (const [name, list] of Object.entries(LISTS)) {
    const figures = await compare(
      () => askFor(few.send, list),
      () => askFor(many.send, list),
      ROUNDS,
    );
    rows.push([name, milliseconds(figures.base), milliseconds(figures.other), times(figures.ratio)]);
  }
  rows.push([
    'a turn of the worker',
    milliseconds(few.turn),
    milliseconds(many.turn),
    times(many.turn / few.turn),
  ]);
  return rows;
};

const showGrowth = async (
  database: string,
  count: number,
  environments: [few: Record<string, string>, many: Record<string, string>],
): Promise<void> => {
  const few = await serveNewsroom(true, FEW, 0, environments[0], true);
  const many = await serveNewsroom(true, count, 0, environments[1], true);
  try {
    const size = count.toLocaleString('en');
    show(
      `Lists at ${size} articles, 10 snapshots each, against ${FEW} (${database})`,
      ['', String(FEW), size, 'ratio'],
      await compareLists(few, many),
    );
    show(
      `How ${database} finds them among ${size}`,
      ['list', 'plan'],
      many.plans.map(({ sql, scans }) => [sql, scans.join('\n')]),
    );
  } finally {
    await Promise.all([few.stop(), many.stop()]);
  }
};

/** Measures lists with this number of articles against few articles, on both databases. */
export const benchGrowth = async (count: number): Promise<void> => {
  await showGrowth('SQLite', count, [{}, {}]);
  const servers = await Promise.all([startPostgres(), startPostgres()]);
  const on = ({ url }: { url: string }) => ({ DATABASE_CLIENT: 'postgres', DATABASE_URL: url });
  try {
    await showGrowth('PostgreSQL', count, [on(servers[0]), on(servers[1])]);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
};
