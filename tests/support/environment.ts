import { randomBytes } from 'node:crypto';
import path from 'node:path';

const secret = (): string => randomBytes(16).toString('base64');

/** The variables of a newsroom that nothing else shares: fresh keys and a SQLite database in this folder. */
export const freshEnvironment = (folder: string): Record<string, string> => ({
  HOST: '127.0.0.1',
  PORT: '0',
  APP_KEYS: `${secret()},${secret()}`,
  API_TOKEN_SALT: secret(),
  ADMIN_JWT_SECRET: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  ENCRYPTION_KEY: secret(),
  JWT_SECRET: secret(),
  SERVE_ADMIN: 'false',
  MCP_ENABLED: 'false',
  STRAPI_TELEMETRY_DISABLED: 'true',
  LOG_LEVEL: 'error',
  // Tests ask more in a minute than a reader does.
  RATE_LIMIT_PUBLIC: '0',
  RATE_LIMIT_SIGN_IN: '0',
  DATABASE_CLIENT: 'sqlite',
  DATABASE_FILENAME: path.join(folder, 'newsroom.db'),
  QUOTES_PROVIDER: 'file',
  QUOTES_FILE: 'database/seeds/quotes.csv',
  QUOTES_FALLBACK: '',
  QUOTES_API_KEY: '',
  QUOTES_BASE_URL: '',
  QUOTES_PER_MINUTE: '',
  QUOTES_PER_DAY: '',
  QUOTES_LICENCE: '',
  QUOTES_FALLBACK_API_KEY: '',
  QUOTES_FALLBACK_BASE_URL: '',
  QUOTES_ON_REPUBLISH: 'keep',
  SCHEDULE_FREEZES: '',
  SCHEDULE_MAILS: '',
  SCHEDULE_DESK_EMAIL: '',
  NEWSROOM_MARKET: '',
  // No test asks the real one.
  OPENFIGI_BASE_URL: 'http://127.0.0.1:9',
});
