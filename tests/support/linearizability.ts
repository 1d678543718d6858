/** Something that is written over and over, and shows in an answer. */
export interface Register {
  name: string;
  path: string;
  headers?: Record<string, string>;
  /** A GraphQL query, sent as POST. */
  query?: string;
  /** The version that was committed last; 0 before the first. */
  last: number;
  /** Commits a version. */
  write(version: number): Promise<unknown>;
  /** What an answer shows where this version is the last. */
  expected(version: number): string;
  /** What an answer shows. */
  observe(status: number, body: string): string;
}

interface Write {
  startedAt: number;
  endedAt: number;
}

/** An answer that no moment between the request's arrival and its end explains. */
export interface Stale {
  register: string;
  node: string;
  cache: string;
  observed: string;
  allowed: string[];
}

export interface Findings {
  answers: number;
  hits: number;
  writes: number;
  stale: Stale[];
}

export interface RunOptions {
  registers: readonly Register[];
  /** Addresses of the nodes. */
  nodes: readonly string[];
  readers: number;
  /** How many write at once, each time by a register that nobody else is writing. */
  writers: number;
  /** When to stop. */
  enough: (findings: Findings) => boolean;
  /** Between one write and the next of a writer, in milliseconds, on the average. */
  pauseMs: number;
  /** Between one answer and the next request of a reader, in milliseconds, on the average; none where left out. */
  readerPauseMs?: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The versions that a request may have seen: from the last that was committed before it was sent, to the last that was
 * begun before its answer had come.
 */
const versionsSeen = (
  { last }: Register,
  writes: readonly Write[],
  sentAt: number,
  receivedAt: number,
): number[] => {
  const before = last - writes.filter(({ endedAt }) => endedAt < Infinity).length;
  const begun = writes.filter(({ startedAt }) => startedAt <= receivedAt).length;
  const committed = writes.filter(({ endedAt }) => endedAt <= sentAt).length;
  return Array.from({ length: begun - committed + 1 }, (_, index) => before + committed + index);
};

/** How often a reader asks for the same thing, before it asks for another. */
const SAME = 30;

const oneOf = <Item>(items: readonly Item[]): Item => {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
};

/** How often a write is tried. */
const ATTEMPTS = 20;

/**
 * Commits a version. On SQLite a transaction that reads before it writes is refused where another process has committed in
 * between ("database is locked"): it is rolled back, and tried again.
 */
const commit = async (register: Register, version: number): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await register.write(version);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw new Error(`"${register.name}" cannot write.`, { cause: error });
    }
  }
};

/**
 * Writes and reads at once, through every node, and checks each answer: whether the database would have given it at some
 * instant while the request was under way.
 */
export const runLinearizability = async (options: RunOptions): Promise<Findings> => {
  const { registers, nodes, readers, writers, enough, pauseMs, readerPauseMs = 0 } = options;
  const findings: Findings = { answers: 0, hits: 0, writes: 0, stale: [] };
  const writes = new Map<Register, Write[]>(registers.map((register) => [register, []]));
  let over = false;

  const idle = new Set(registers);
  const write = async (): Promise<void> => {
    while (!over) {
      const register = oneOf([...idle]);
      idle.delete(register);
      const one = { startedAt: performance.now(), endedAt: Infinity };
      writes.get(register)?.push(one);
      await commit(register, register.last + 1);
      register.last += 1;
      one.endedAt = performance.now();
      idle.add(register);
      findings.writes += 1;
      await pause(Math.random() * pauseMs * 2);
    }
  };
  const read = async (): Promise<void> => {
    let register = oneOf(registers);
    let node = oneOf(nodes);
    for (let turn = 1; !over; turn += 1) {
      // The same for a while: an answer that was never asked for again would never be a hit.
      if (turn % SAME === 0) [register, node] = [oneOf(registers), oneOf(nodes)];
      const sentAt = performance.now();
      const response = await fetch(`${node}${register.path}`, {
        method: register.query ? 'POST' : 'GET',
        headers: { ...register.headers, ...(register.query ? { 'content-type': 'application/json' } : {}) },
        ...(register.query ? { body: JSON.stringify({ query: register.query }) } : {}),
      });
      const body = await response.text();
      const receivedAt = performance.now();
      const cache = response.headers.get('x-cache') ?? '';
      findings.answers += 1;
      if (cache === 'hit') findings.hits += 1;
      const observed = register.observe(response.status, body);
      const seen = versionsSeen(register, writes.get(register) ?? [], sentAt, receivedAt);
      const allowed = seen.map((version) => register.expected(version));
      if (!allowed.includes(observed)) {
        findings.stale.push({ register: register.name, node, cache, observed, allowed });
      }
      over ||= enough(findings);
      if (readerPauseMs > 0) await pause(Math.random() * readerPauseMs * 2);
    }
  };
  // Where one fails, all end before the test does: nobody writes to a node that is gone.
  const toEnd = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      over = true;
      throw error;
    });
  const ends = await Promise.allSettled(
    [...Array.from({ length: writers }, write), ...Array.from({ length: readers }, read)].map(toEnd),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return findings;
};
