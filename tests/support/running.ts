import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

type Watched = ChildProcessByStdio<null, Readable, Readable>;

export interface Running {
  process: Watched;
  /** Everything that it has written so far. */
  output(): string;
  /** Resolves once it has written this; rejects with its output where it ends without. */
  says(text: string): Promise<void>;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
}

/** Follows what a process writes, and its end. */
export const watch = (child: Watched): Running => {
  let written = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      written += chunk.toString();
      listeners.forEach((listener) => listener());
    });
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    process: child,
    output: () => written,
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!written.includes(text)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
        void ended.then((code) =>
          reject(new Error(`ended with ${code} before it said "${text}":\n${written}`)),
        );
      }),
  };
};
