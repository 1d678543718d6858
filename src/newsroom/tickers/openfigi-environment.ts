import { readUrl, type Environment } from '../environment';

const OPENFIGI = 'https://api.openfigi.com';

/** Reads `OPENFIGI_BASE_URL`. @throws Error that names the variable if it is not an http or https address */
export const readOpenFigiUrl = (env: Environment): string => readUrl(env, 'OPENFIGI_BASE_URL') ?? OPENFIGI;
