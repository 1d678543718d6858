import path from 'node:path';

/** The project's folder: this file runs from `dist/src/command-line`. */
export const root = path.resolve(__dirname, '../../..');
