import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

export interface Running {
  process: ChildProcess;
  /** Everything that it has written so far. */
  output(): string;
  /** Resolves once it has written this; rejects with its output where it ends without. */
  says(text: string): Promise<void>;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
}

/** Starts a compiled command of the newsroom, as npm would, with these variables. */
export const startCommand = (file: string, args: string[], environment: Record<string, string>): Running => {
  const child = spawn(process.execPath, [path.join('dist/src', file), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
