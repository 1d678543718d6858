import { oneOf, readVariable, type Environment } from '../environment';

const ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+$/;

/**
 * Reads the `SCHEDULE_*` variables.
 *
 * @throws Error that names the variable, its value and what to give instead
 */
export const readScheduleEnvironment = (env: Environment) => {
  const deskAddress = readVariable(env, 'SCHEDULE_DESK_EMAIL');
  if (deskAddress !== undefined && !ADDRESS.test(deskAddress)) {
    throw new Error(`SCHEDULE_DESK_EMAIL is "${deskAddress}": give one e-mail address.`);
  }
  return {
    mails: oneOf(env, 'SCHEDULE_MAILS', ['false', 'true']) === 'true',
    freezes: oneOf(env, 'SCHEDULE_FREEZES', ['false', 'true']) === 'true',
    ...(deskAddress === undefined ? {} : { deskAddress }),
  };
};
