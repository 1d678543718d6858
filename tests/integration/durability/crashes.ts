import type { Death, Node } from '../../support/node';
import type { Nodes } from '.';

const TEXT = '(NASDAQ: MSFT) and (NYSE: ORCL)';

/** A lease that a dead node has left behind is over after this. */
const LEASE_MS = 61_000;

/** Where a publishing node dies, as the statement it dies at; whether the article is out then, and how its rows stand. */
const STEPS: Record<string, { death: Death; published: boolean; state?: string }> = {
  'before the transaction': { death: { pattern: '^begin' }, published: false },
  'within the transaction': { death: { pattern: '^insert into .{0,20}quote_snapshots' }, published: false },
  'before the commit': { death: { pattern: '^commit' }, published: false },
  'after the commit': { death: { pattern: '^commit', after: true }, published: true, state: 'pending' },
  'after the write': {
    death: { pattern: 'with given\\(', after: true },
    published: true,
    state: 'captured',
  },
  // The last: its lease, which runs out while the next node starts on a slow machine, is looked at.
  'between answer and write': {
    death: { pattern: 'with given\\(' },
    published: true,
    state: 'pending',
  },
};

export const crashes = (nodes: () => Nodes): void => {
  const documents: Record<string, string> = {};
  const recaptured: Record<string, string> = {};
  let survivor: Node;

  const figures = async (node: Node, documentId: string) =>
    (await node.do('record', { documentId })).map(({ instrument, state, price, current }) => ({
      instrument,
      state,
      price,
      current,
    }));
  const COMPLETE = [
    { instrument: 'XNAS:MSFT', state: 'captured', price: 480, current: true },
    { instrument: 'XNYS:ORCL', state: 'captured', price: 180.03, current: true },
  ];

  it('dies while fetching', async () => {
    const { provider } = nodes();
    const node = await nodes().start();
    const documentId = await node.do('create', { title: 'Dies while fetching', text: TEXT });
    documents['while fetching'] = documentId;
    provider.fail('stall');
    const asked = provider.nextRequest();
    const publishing = node.do('publish', { documentId });
    await asked;
    node.kill();
    await expect(publishing).rejects.toThrow('SIGKILL');
    provider.fail(undefined);
    provider.release();
  }, 60_000);

  it('dies while superseding', async () => {
    const node = await nodes().start();
    const documentId = await node.do('create', { title: 'Dies while superseding', text: TEXT });
    await node.do('publish', { documentId });
    await node.do('settled');
    const [first] = await node.do('record', { documentId });
    recaptured[documentId] = first?.documentId ?? '';
    await node.do('dieAt', { pattern: '^update .{0,20}quote_snapshots. set .current', after: true });
    const again = node.do('recapture', { documentId: first?.documentId ?? '', reason: 'a typo' });
    await expect(again).rejects.toThrow('SIGKILL');
  }, 60_000);

  it.each(Object.entries(STEPS))(
    'dies %s',
    async (step, { death }) => {
      const node = await nodes().start();
      const documentId = await node.do('create', { title: `Dies ${step}`, text: TEXT });
      documents[step] = documentId;
      await node.do('dieAt', death);
      // It answers nothing any more: neither success nor failure.
      await expect(node.do('publish', { documentId })).rejects.toThrow('SIGKILL');
      expect(await node.gone).toBe('SIGKILL');
    },
    60_000,
  );

  describe('and the next start', () => {
    beforeAll(async () => {
      survivor = await nodes().start();
    }, 60_000);

    it.each(Object.entries(STEPS))(
      'after a death %s: the article is out with its record, or not at all',
      async (step, { published, state }) => {
        const documentId = documents[step] ?? '';
        expect(await survivor.do('isPublished', { documentId })).toBe(published);
        const rows = await survivor.do('record', { documentId });
        expect(rows.map(({ instrument }) => instrument)).toEqual(published ? ['XNAS:MSFT', 'XNYS:ORCL'] : []);
        expect(rows.map((row) => row.state)).toEqual(rows.map(() => state));
        expect(rows.every((row) => (row.price === null) === (state === 'pending'))).toBe(true);
      },
    );

    it('leaves what the dead held alone until their leases are over, then ends as if nothing had happened', async () => {
      await survivor.do('work');
      const held = documents['between answer and write'] ?? '';
      expect((await survivor.do('record', { documentId: held })).map(({ state }) => state)).toEqual([
        'pending',
        'pending',
      ]);
      await survivor.do('advance', { milliseconds: LEASE_MS });
      await survivor.do('work');
      for (const [step, { published }] of [
        ...Object.entries(STEPS),
        ['while fetching', { published: true }] as const,
      ]) {
        const documentId = documents[step] ?? '';
        if (!published) await survivor.do('publish', { documentId });
        expect({ step, figures: await figures(survivor, documentId) }).toEqual({ step, figures: COMPLETE });
      }
      expect((await survivor.do('status')).pending).toBe(0);
    });

    it('finishes the capture that was to supersede, once, and keeps what it supersedes', async () => {
      const [[documentId, first] = ['', '']] = Object.entries(recaptured);
      const rows = await survivor.do('record', { documentId });
      expect(rows.map(({ instrument, state, current }) => [instrument, state, current])).toEqual([
        ['XNAS:MSFT', 'captured', false],
        ['XNYS:ORCL', 'captured', true],
        ['XNAS:MSFT', 'captured', true],
      ]);
      expect(rows[2]).toMatchObject({
        supersedes: first,
        correction: 'a typo',
        reason: expect.stringContaining('Captured again'),
      });
    });

    it('tells of what the dead had no time to tell of', async () => {
      await survivor.do('advance', { milliseconds: LEASE_MS });
      await survivor.do('work');
      const events = await survivor.do('events');
      const told = (...names: string[]) =>
        new Set(
          events
            .filter(({ event }) => names.includes(event.replace('quote-snapshots.', '')))
            .map(({ documentId }) => documentId),
        );
      const corrected = Object.keys(recaptured);
      expect(told('captured', 'corrected')).toEqual(new Set([...Object.values(documents), ...corrected]));
      expect(told('corrected')).toEqual(new Set(corrected));
    });
  });
};
