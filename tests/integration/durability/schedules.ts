import type { Death, Node } from '../../support/node';
import type { Nodes } from '.';

const MINUTE_MS = 60_000;

/** Where a node dies that publishes by the schedule, as the statement it dies at. */
const DEATHS: Record<string, Death> = {
  'before it takes an article': { pattern: '^update .{0,20}articles.{0,9}set .{0,5}publish_at', nth: 2 },
  'when it has taken one': {
    pattern: '^update .{0,20}articles.{0,9}set .{0,5}publish_at',
    nth: 2,
    after: true,
  },
  'before it records one': { pattern: '^insert into .{0,20}article_acts', nth: 2 },
  'when it has recorded one': { pattern: '^insert into .{0,20}article_acts', nth: 2, after: true },
};

/** Where a node dies that tells what was held back, and for how long nobody else tells it then. */
const DEATHS_TELLING: Record<string, { death: Death; leaseMs: number }> = {
  'before it tells': { death: { pattern: '^update .{0,20}newsroom_notices' }, leaseMs: 0 },
  'before it notes that it has told': {
    death: { pattern: '^delete from .{0,20}newsroom_notices' },
    leaseMs: MINUTE_MS,
  },
};

const ARTICLES = 4;

/** The schedule on several nodes, one of which dies, and one of which has a clock that is ten minutes ahead. */
export const schedules = (nodes: () => Nodes): void => {
  let survivors: Node[];
  /** How far the survivors' time has been put forward. */
  let passed = 0;
  const pass = async (milliseconds: number) => {
    for (const node of survivors) await node.do('advance', { milliseconds });
    passed += milliseconds;
  };
  beforeAll(async () => {
    // SQLite is one node's database: the others come after it.
    const count = nodes().database === 'postgres' ? 2 : 1;
    survivors = [];
    // One after the other: Strapi's nodes do not share the making of an empty database's tables.
    while (survivors.length < count) {
      // Another zone than the first node's, of which the instants that both read know nothing.
      survivors.push(await nodes().start(survivors.length > 0 ? { TZ: 'Pacific/Auckland' } : {}));
    }
    await survivors[1]?.do('skew', { milliseconds: 10 * MINUTE_MS });
  }, 120_000);

  const published = (node: Node, documentId: string): Promise<string[]> =>
    node.do('articleActs', { documentId }).then((acts) => acts.filter((act) => act.startsWith('published')));

  it.each(Object.entries(DEATHS))(
    'dies %s: every article goes out once, and none early',
    async (step, death) => {
      const [first, ahead = first] = survivors as [Node, Node?];
      const documentIds: string[] = [];
      for (let one = 0; one < ARTICLES; one += 1) {
        const documentId = await first.do('create', { title: `${step} ${one}`, text: '(NASDAQ: MSFT)' });
        await first.do('schedule', { documentId, inMs: 5 * MINUTE_MS });
        documentIds.push(documentId);
      }
      await Promise.all([first.do('turn'), ahead.do('turn')]);
      for (const documentId of documentIds) {
        expect(await first.do('isPublished', { documentId })).toBe(false);
      }
      const dying = await nodes().start();
      await pass(6 * MINUTE_MS);
      await dying.do('advance', { milliseconds: passed });
      await dying.do('dieAt', death);
      await expect(dying.do('turn')).rejects.toThrow('SIGKILL');
      expect(await dying.gone).toBe('SIGKILL');
      await Promise.all([first.do('turn'), ahead.do('turn')]);
      // What met a locked database is tried again after a while.
      await pass(MINUTE_MS);
      await first.do('turn');
      for (const documentId of documentIds) {
        expect(await first.do('isPublished', { documentId })).toBe(true);
        expect(await published(first, documentId)).toEqual(['published-late']);
      }
    },
    120_000,
  );

  it.each(Object.entries(DEATHS_TELLING))(
    'dies %s: what was held back is told by another node, once',
    async (step, { death, leaseMs }) => {
      const [first, ahead = first] = survivors as [Node, Node?];
      const documentId = await first.do('create', { title: step, text: '(NASDAQ: MSFT)' });
      await first.do('schedule', { documentId, inMs: MINUTE_MS, untilMs: 2 * MINUTE_MS });
      const dying = await nodes().start();
      await pass(3 * MINUTE_MS);
      await dying.do('advance', { milliseconds: passed });
      await dying.do('dieAt', death);
      await expect(dying.do('turn')).rejects.toThrow('SIGKILL');
      expect(await dying.gone).toBe('SIGKILL');
      await pass(leaseMs);
      for (let turn = 0; turn < 2; turn += 1) await Promise.all([first.do('turn'), ahead.do('turn')]);
      const told = [...(await first.do('events')), ...(ahead === first ? [] : await ahead.do('events'))];
      expect(told.filter((event) => event.documentId === documentId).map(({ event }) => event)).toEqual([
        'article.held-back',
      ]);
      expect(await first.do('articleActs', { documentId })).toEqual(['scheduled', 'held-back']);
    },
    120_000,
  );
};
