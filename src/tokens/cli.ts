import { parseArgs } from 'node:util';
import { bootNewsroom } from '../command-line/boot';
import { createToken } from '../newsroom/access/create-token';
import { TOKENS, type TokenName } from '../newsroom/access/tokens';

const NAMES = Object.keys(TOKENS) as TokenName[];

const USAGE = `Usage: npm run tokens -- ${NAMES.join('|')}

Makes an API token and shows it, once.
${NAMES.map((name) => `  ${name.padEnd(10)} “${TOKENS[name].name}”. ${TOKENS[name].description}`).join('\n')}`;

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  const name = NAMES.find((known) => known === positionals[0]);
  if (values.help || !name || positionals.length !== 1) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  process.env.SERVE_ADMIN = 'false';
  const strapi = await bootNewsroom();
  try {
    const key = await createToken(strapi, name);
    if (key === undefined) {
      console.error(
        `There is a token “${TOKENS[name].name}” already, and its key cannot be shown again. For a new key, open Settings → API Tokens in the admin UI and regenerate it, or delete it and run this again.`,
      );
      return 1;
    }
    console.error(
      `“${TOKENS[name].name}”, shown this once. Send it as "Authorization: Bearer KEY". The key:`,
    );
    // Only the key goes to standard output, so that it can be piped into a secret store.
    console.log(key);
    return 0;
  } finally {
    await strapi.destroy();
  }
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
