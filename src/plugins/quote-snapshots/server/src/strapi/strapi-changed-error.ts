/**
 * Strapi does not behave like the versions that the plugin was tested with. The files of this folder throw it. They hold all the
 * private or unstable parts of Strapi that the plugin uses.
 *
 * It stops the start or the request if the record or a reader's rights would be at risk. A plugin that is switched off loses
 * nothing, but one that guesses may publish what nobody may see.
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
 * A part of Strapi, after a check that it has these functions.
 *
 * @throws StrapiChangedError with the name of the missing function
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
