/**
 * Strapi does not behave as the versions that the plugin was tested with. Thrown by the files of this folder, which hold
 * everything private or unstable of Strapi that the plugin uses.
 *
 * Where the record or the rights of a reader would be at risk it stops the boot or the request: a plugin that is
 * switched off loses nothing, one that guesses may publish what nobody may see.
 */
export class StrapiChangedError extends Error {
  /**
   * @param what the part of Strapi, as a developer would look for it
   * @param found how it differs from what was expected
   */
  constructor(what: string, found: string) {
    super(
      `strapi-plugin-quote-snapshots does not work with this version of Strapi: ${what}: ${found}. The versions that were tested are listed under “Compatibility” in the plugin's README: install one of them, or switch the plugin off in config/plugins.`,
    );
    this.name = 'StrapiChangedError';
  }
}

type Callable<Name extends string> = Record<Name, (...args: never[]) => unknown>;

/**
 * A part of Strapi, once it is known to have these functions.
 *
 * @throws StrapiChangedError that names the function which is missing
 */
export const withFunctions = <Part extends Callable<string>>(
  what: string,
  part: unknown,
  names: readonly (keyof Part & string)[],
): Part => {
  for (const name of names) {
    if (typeof (part as Part | null | undefined)?.[name] !== 'function')
      throw new StrapiChangedError(what, `it has no function "${name}"`);
  }
  return part as Part;
};
