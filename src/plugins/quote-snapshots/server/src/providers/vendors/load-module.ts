import { createRequire } from 'node:module';
import path from 'node:path';

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const cannotLoad = (name: string, error: unknown): Error =>
  new Error(`"${name}" cannot be loaded: ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  });

/**
 * The exports of a package or file, found from the app: a package in its `node_modules`, or a path from its folder. An ES module
 * can be loaded if this version of Node can `require` it.
 *
 * @returns undefined if there is none with this name
 * @throws Error that says why it cannot be loaded, if it exists
 */
export const loadModule = (name: string, appRoot: string): unknown => {
  const load = createRequire(path.join(appRoot, 'package.json'));
  let file: string;
  try {
    file = load.resolve(name);
  } catch (error) {
    if (codeOf(error) === 'MODULE_NOT_FOUND') return undefined;
    if (codeOf(error) !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw cannotLoad(name, error);
    throw new Error(
      `"${name}" exports nothing that can be required: the "exports" of its package.json need "default" or "require".`,
      { cause: error },
    );
  }
  try {
    return load(file);
  } catch (error) {
    if (codeOf(error) === 'ERR_REQUIRE_ESM' || codeOf(error) === 'ERR_REQUIRE_ASYNC_MODULE') {
      throw new Error(
        `"${name}" is an ES module that cannot be loaded at once: it needs Node 20.19, 22.12 or later, and no await outside functions.`,
        { cause: error },
      );
    }
    throw cannotLoad(name, error);
  }
};

/** The export with this name, of a module or of its default export; undefined if there is none. */
export const exportOf = (loaded: unknown, name: string): unknown => {
  for (const holder of [
    loaded,
    typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined,
  ]) {
    if ((typeof holder === 'object' || typeof holder === 'function') && holder !== null) {
      const value: unknown = Reflect.get(holder, name);
      if (value !== undefined) return value;
    }
  }
  return undefined;
};
