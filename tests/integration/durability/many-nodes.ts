import type { Node, NodeSnapshot } from '../../support/node';
import type { Nodes } from '.';

const TEXTS = ['(NASDAQ: MSFT) and (NYSE: ORCL)', '(NASDAQ: AAPL), (NASDAQ: MSFT)'];

/** Several nodes on one database, at the same articles at once. */
export const manyNodes = (nodes: () => Nodes): void => {
  let all: Node[];
  beforeAll(async () => {
    all = await Promise.all([nodes().start(), nodes().start(), nodes().start()]);
  }, 120_000);

  const currentKeys = (rows: NodeSnapshot[]) =>
    rows.filter(({ current }) => current).map(({ instrument }) => instrument);

  it('publish and recapture the same articles at once, one of them killed: one current snapshot each, nothing lost', async () => {
    const [first, second, third] = all as [Node, Node, Node];
    const documentIds = await Promise.all(
      [1, 2, 3].map((number) => first.do('create', { title: `Shared ${number}`, text: TEXTS[0] ?? '' })),
    );
    for (const documentId of documentIds) await first.do('publish', { documentId });
    await first.do('settled');
    const before = new Map<string, NodeSnapshot>();
    for (const documentId of documentIds)
      for (const row of await first.do('record', { documentId })) before.set(row.documentId, row);

    const attempts = [first, second, third].flatMap((node, index) =>
      documentIds.flatMap((documentId) => {
        const current = [...before.values()].filter((row) => row.current);
        return [
          node.do('publish', { documentId }),
          ...current.map(({ documentId: snapshot }) =>
            node.do('recapture', { documentId: snapshot, reason: `by node ${index}` }),
          ),
          node
            .do('edit', { documentId, text: TEXTS[1] ?? '' })
            .then(() => node.do('publish', { documentId })),
          node.do('work'),
        ];
      }),
    );
    const killed = new Promise<void>((resolve) =>
      setImmediate(() => {
        third.kill();
        resolve();
      }),
    );
    const ended = await Promise.allSettled(attempts);
    await killed;
    // No publication failed because of quotes: what was refused is a snapshot that another had superseded, or an
    // edit that met another edit of the same article.
    const refusals = ended.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    for (const refusal of refusals)
      expect(refusal).not.toMatch(/deadlock|aborted|quote_snapshots|current_key/i);

    for (const node of [first, second]) {
      await node.do('settled');
      await node.do('advance', { milliseconds: 61_000 });
    }
    // Whoever is alive finishes what the dead one held.
    for (const documentId of documentIds) {
      await first.do('edit', { documentId, text: TEXTS[1] ?? '' });
      await first.do('publish', { documentId });
    }
    await Promise.all([first.do('work'), second.do('work')]);
    for (const documentId of documentIds) {
      const rows = await first.do('record', { documentId });
      expect(currentKeys(rows).sort()).toEqual(['XNAS:AAPL', 'XNAS:MSFT']);
      expect(rows.filter(({ state }) => state === 'pending')).toEqual([]);
      for (const row of rows) {
        const old = before.get(row.documentId);
        if (old)
          expect([row.price, row.quotedAt, row.capturedAt]).toEqual([
            old.price,
            old.quotedAt,
            old.capturedAt,
          ]);
      }
    }
  }, 120_000);

  it('share what is due: each row is asked for by one of them', async () => {
    const { provider } = nodes();
    const [first, second] = all as [Node, Node];
    provider.fail('status-500');
    const symbols = Array.from({ length: 12 }, (_, index) => `SH${String.fromCharCode(65 + index)}`);
    const documentIds: string[] = [];
    for (const symbol of symbols) {
      provider.quote(symbol, { Price: 10, PrevClose: 9 });
      const documentId = await first.do('create', { title: `Due ${symbol}`, text: `(NYSE: ${symbol})` });
      documentIds.push(documentId);
      await first.do('publish', { documentId });
    }
    provider.fail(undefined);
    for (const node of [first, second]) await node.do('advance', { milliseconds: 61_000 });
    const asked = provider.requests.length;
    await Promise.all([first.do('work'), second.do('work')]);
    const named = provider.requests.slice(asked).flatMap((request) => request.symbols);
    expect(named.filter((symbol) => symbols.includes(symbol)).sort()).toEqual(symbols);
    for (const documentId of documentIds)
      expect((await second.do('record', { documentId })).map(({ state }) => state)).toEqual(['captured']);
  }, 120_000);

  it('go on with what a slow one was at when its lease ran out, and what it says then counts for nothing', async () => {
    const { provider } = nodes();
    const [slow, other] = all as [Node, Node];
    provider.quote('SLWX', { Price: 1, PrevClose: 1 });
    const documentId = await slow.do('create', { title: 'Slow', text: '(NYSE: SLWX)' });
    // The slow node's write waits for the lock that this one holds on the row, as it would for a stopped machine.
    provider.fail('stall');
    const asked = provider.nextRequest();
    const publishing = slow.do('publish', { documentId });
    await asked;
    await publishing;
    provider.fail(undefined);
    provider.quote('SLWX', { Price: 2, PrevClose: 1 });
    await other.do('advance', { milliseconds: 61_000 });
    await other.do('work');
    provider.release();
    await slow.do('settled');
    expect((await other.do('record', { documentId })).map(({ state, price }) => [state, price])).toEqual([
      ['captured', 2],
    ]);
  }, 120_000);

  it('stop at SIGTERM: nothing new is taken, and what was held is free for the others at once', async () => {
    const { provider } = nodes();
    const [leaving, other] = all as [Node, Node];
    provider.quote('LFTX', { Price: 3, PrevClose: 3 });
    // Its breaker may be open still, from a fault of an earlier test: while it is, nothing is asked for.
    await leaving.do('advance', { milliseconds: 61_000 });
    provider.fail('stall');
    const documentId = await leaving.do('create', { title: 'Left', text: '(NYSE: LFTX)' });
    const asked = provider.nextRequest();
    const publishing = leaving.do('publish', { documentId }).catch(() => null);
    await asked;
    leaving.kill('SIGTERM');
    await leaving.gone;
    await publishing;
    provider.fail(undefined);
    provider.release();
    await other.do('advance', { milliseconds: 1_000 });
    await other.do('work');
    expect((await other.do('record', { documentId })).map(({ state, price }) => [state, price])).toEqual([
      ['captured', 3],
    ]);
  }, 120_000);
};
