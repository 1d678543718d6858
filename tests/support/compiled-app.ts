import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/**
 * The compiled newsroom as an app of its own, for Strapi's commands: in the project itself each of them would compile it
 * anew, into the folder that other tests boot from. Its uploads are its own too: an import and a transfer replace the
 * whole folder, and would take the files of other tests away.
 *
 * @returns the folder to run the commands in
 */
export const makeCompiledApp = async (within: string): Promise<string> => {
  const app = path.join(within, 'app');
  await mkdir(path.join(app, 'src'), { recursive: true });
  for (const name of ['package.json', 'node_modules', 'database', 'favicon.png'])
    await symlink(path.join(root, name), path.join(app, name));
  await mkdir(path.join(app, 'public/uploads'), { recursive: true });
  await cp(path.join(root, 'public/site'), path.join(app, 'public/site'), { recursive: true });
  await symlink(path.join(root, 'dist/config'), path.join(app, 'config'));
  for (const name of await readdir(path.join(root, 'dist/src'))) {
    // Plugins are built where they are.
    const compiled = path.join(root, name === 'plugins' ? 'src' : 'dist/src', name);
    await symlink(compiled, path.join(app, 'src', name));
  }
  return app;
};
