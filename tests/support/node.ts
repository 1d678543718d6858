import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Snapshot } from './articles';
import { SHORT_LIVED } from './short-lived';

/** Where a node dies: at, or after, the nth statement that matches. */
export interface Death {
  pattern: string;
  nth?: number;
  after?: boolean;
}

export interface NodeSnapshot extends Snapshot {
  supersedes: string | null;
  leaseOwner: string | null;
  attempts: number;
}

export interface SentEvent {
  event: string;
  documentId: string;
  snapshots: { instrument: string; state: string }[];
}

interface Acts {
  dieAt: [Death, null];
  advance: [{ milliseconds: number }, null];
  skew: [{ milliseconds: number }, null];
  create: [{ title: string; text: string }, string];
  edit: [{ documentId: string; text: string }, null];
  publish: [{ documentId: string }, null];
  unpublish: [{ documentId: string }, null];
  recapture: [{ documentId: string; reason: string }, string];
  schedule: [{ documentId: string; inMs: number; untilMs?: number; embargoMs?: number }, null];
  times: [{ documentId: string }, Record<'publishAt' | 'unpublishAt' | 'embargoUntil', string | null>];
  turn: [undefined, null];
  articleActs: [{ documentId: string }, string[]];
  work: [undefined, null];
  settled: [undefined, null];
  record: [{ documentId: string }, NodeSnapshot[]];
  quotes: [{ uid: string }, { documentId: string; locale: string | null; quoteSnapshots: NodeSnapshot[] }[]];
  isPublished: [{ documentId: string }, boolean];
  status: [undefined, { pending: number; unrecorded: number }];
  events: [undefined, SentEvent[]];
  sql: [{ sql: string }, null];
  insertPublished: [{ documentId: string; text: string }, null];
  receive: [undefined, { url: string; token: string }];
  stop: [undefined, null];
}

/** A newsroom in a process of its own. */
export interface Node {
  /** Has it do something. Rejects where it fails, or dies meanwhile. */
  do<Act extends keyof Acts>(act: Act, args?: Acts[Act][0]): Promise<Acts[Act][1]>;
  kill(signal?: NodeJS.Signals): void;
  /** Resolves once it is gone, with what ended it. */
  gone: Promise<string>;
  output(): string;
}

interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** Starts a node with these environment variables; several may share a database. */
export const startNode = async (environment: Record<string, string>): Promise<Node> => {
  const child = fork(path.join(__dirname, 'node-child.mjs'), {
    env: { ...process.env, ...environment },
    execArgv: SHORT_LIVED,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  const gone = once(child, 'exit').then(([code, signal]) => String(signal ?? code));
  void gone.then((how) => {
    for (const { reject } of waiting.values()) reject(new Error(`The node is gone (${how}).\n${written}`));
  });
  const answer = (id: number) =>
    new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  const ready = answer(0);
  child.on('message', ({ id, result, error }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error));
  });
  await ready;
  return {
    async do(act, args) {
      const id = (last += 1);
      const answered = answer(id);
      child.send({ id, act, args });
      return (await answered) as never;
    },
    kill: (signal = 'SIGKILL') => void child.kill(signal),
    gone,
    output: () => written,
  };
};
