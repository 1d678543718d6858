const NAMES = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
  'QUOTES_API_KEY',
];

/** Every secret that this newsroom was started with: none of them may be in any answer. */
export const secretsOfEnvironment = (): string[] =>
  NAMES.flatMap((name) => (process.env[name] ?? '').split(',')).filter((secret) => secret !== '');
