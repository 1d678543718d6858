import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const OURS = ['dist', '.tmp', 'src'].map((folder) => path.join(root, folder, path.sep));

/** Where Jest runs the tests, the app runs outside of its sandbox: see `outside-environment.js`. Elsewhere there is none. */
const outside = (): NodeJS.Require => (typeof requireOutside === 'undefined' ? require : requireOutside);

/** The module that the app itself has loaded, or would load. */
export const loadOutside = <Module>(name: string): Module => outside()(name) as Module;

/** A module of the compiled app, as it runs: `src/import/import-articles`. */
export const loadOfApp = <Module>(file: string): Module => loadOutside(path.join(root, 'dist', file));

/** Strapi, ready to start an app: the newsroom's and the plugin's own modules are read anew, as in a new process. */
export const loadStrapi = (): typeof import('@strapi/strapi') => {
  const { cache } = outside();
  for (const file of Object.keys(cache))
    if (OURS.some((folder) => file.startsWith(folder))) delete cache[file];
  return loadOutside('@strapi/strapi');
};
