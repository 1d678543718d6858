import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Suite } from './describe-newsroom';

const FOLDER = path.resolve(__dirname, '../regressions');

/**
 * Every fault in `tests/regressions` that is tried on a booted newsroom, by the name of its file.
 *
 * @param within a folder of those that need a newsroom of their own kind
 */
export const everyRegression = (within = ''): Record<string, Suite> =>
  Object.fromEntries(
    readdirSync(path.join(FOLDER, within))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- Jest loads CommonJS, and the list is the folder
        const { regression } = require(path.join(FOLDER, within, name)) as { regression?: Suite };
        if (!regression) throw new Error(`tests/regressions/${within}/${name} exports no "regression".`);
        return [name.replace('.ts', '').replaceAll('-', ' '), regression];
      }),
  );
