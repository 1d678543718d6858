import { spawn } from 'node:child_process';
import path from 'node:path';
import { watch, type Running } from './running';
import { SHORT_LIVED } from './short-lived';

const root = path.resolve(__dirname, '../..');

/** Starts a compiled command of the newsroom, as npm would, with these variables. */
export const startCommand = (file: string, args: string[], environment: Record<string, string>): Running =>
  watch(
    spawn(process.execPath, [...SHORT_LIVED, path.join('dist/src', file), ...args], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
