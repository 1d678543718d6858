export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable; an empty one counts as absent. */
export const readVariable = (env: Environment, name: string): string | undefined =>
  env[name]?.trim() || undefined;

/** Reads a whole number. @throws Error that names the variable, its value and the range */
export const wholeNumber = (
  env: Environment,
  name: string,
  fallback: number,
  most: number,
  least = 0,
): number => {
  const value = readVariable(env, name);
  if (value === undefined) return fallback;
  if (!/^\d+$/.test(value) || Number(value) > most || Number(value) < least) {
    throw new Error(`${name} is "${value}": give a whole number from ${least} to ${most}.`);
  }
  return Number(value);
};

/** Reads one of several values; the first one is the default. @throws Error that names the variable, its value and the choices */
export const oneOf = <T extends string>(env: Environment, name: string, choices: readonly [T, ...T[]]): T => {
  const value = readVariable(env, name) ?? choices[0];
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw new Error(`${name} is "${value}": use ${choices.join(' or ')}.`);
  return choice;
};

/** Reads an address. @throws Error that names the variable if it is not an http or https address */
export const readUrl = (env: Environment, name: string): string | undefined => {
  const value = readVariable(env, name);
  if (value === undefined) return undefined;
  // The message does not repeat the value, because an address may contain credentials.
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(`${name} is not an http or https address.`);
  }
  return value;
};
