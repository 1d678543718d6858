/** Something that is written over and over, and shows in an answer. */
export interface Register {
  name: string;
  path: string;
  headers?: Record<string, string>;
  /** A GraphQL query, sent as POST. */
  query?: string;
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
  /** When to stop. */
  enough: (findings: Findings) => boolean;
  /** Between one write and the next of a register, in milliseconds. */
  pauseMs: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The versions that a request may have seen: from the last that was committed before it was sent, to the last that was
 * begun before its answer had come.
 */
const versionsSeen = (writes: readonly Write[], sentAt: number, receivedAt: number): number[] => {
  const begun = writes.filter(({ startedAt }) => startedAt <= receivedAt).length;
  const committed = writes.filter(({ endedAt }) => endedAt <= sentAt).length;
  return Array.from({ length: begun - committed + 1 }, (_, index) => committed + index);
};

/**
 * Writes and reads at once, through every node, and checks each answer: whether the database would have given it at some
 * instant while the request was under way.
 */
export const runLinearizability = async (options: RunOptions): Promise<Findings> => {
  const { registers, nodes, readers, enough, pauseMs } = options;
  const findings: Findings = { answers: 0, hits: 0, writes: 0, stale: [] };
  const writes = new Map<Register, Write[]>(registers.map((register) => [register, []]));
  let over = false;

  const write = async (register: Register): Promise<void> => {
    const done = writes.get(register) ?? [];
    while (!over) {
      const one = { startedAt: performance.now(), endedAt: Infinity };
      done.push(one);
      await register.write(done.length);
      one.endedAt = performance.now();
      findings.writes += 1;
      await pause(Math.random() * pauseMs * 2);
    }
  };
  const read = async (): Promise<void> => {
    while (!over) {
      const register = registers[Math.floor(Math.random() * registers.length)];
      const node = nodes[Math.floor(Math.random() * nodes.length)];
      if (!register || !node) return;
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
      const seen = versionsSeen(writes.get(register) ?? [], sentAt, receivedAt);
      const allowed = seen.map((version) => register.expected(version));
      if (!allowed.includes(observed)) {
        findings.stale.push({ register: register.name, node, cache, observed, allowed });
      }
      over ||= enough(findings);
    }
  };
  await Promise.all([...registers.map(write), ...Array.from({ length: readers }, read)]);
  return findings;
};
