type Values = Readonly<Record<string, unknown>>;

/** What a form says of its change is not taken over: it is what was refused. */
const SAID: readonly string[] = ['changeKind', 'changeNote'];

/**
 * The fields that somebody has written in a form, with their values. Pure.
 *
 * @param opened what the form was opened with
 */
export const changedWords = (values: Values, opened: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => !SAID.includes(name) && JSON.stringify(value) !== JSON.stringify(opened[name]),
    ),
  );
