import path from 'node:path';
import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { root } from '../command-line/root';
import { parseInstrument } from 'strapi-plugin-quote-snapshots/instruments';
import { runHealthCheck, loadProvider } from 'strapi-plugin-quote-snapshots/providers';
import { chooseProvider } from './choose-provider';
import { asJson, footer, quotesTable, reasons } from './report';

const USAGE = `Usage: npm run quotes -- INSTRUMENTS… [--provider NAME] [--as-of TIME] [--json]

Requests quotes from the configured provider, as XNAS:MSFT XLON:VOD. Where there is none, it says what is wrong.
  --provider NAME   another one; its key from the command line: QUOTES_API_KEY=… npm run quotes -- …
  --as-of TIME      as of a past minute, where the provider can: 2026-03-02T15:04Z
  --json            for programs`;

/** @throws RangeError for a text that is not a time, a time without offset, or a time in the future */
const parseTime = (text: string): Date => {
  const time = new Date(text);
  if (Number.isNaN(time.getTime()) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(text)) {
    throw new RangeError(`--as-of is "${text}": write the time with its offset, as 2026-03-02T15:04Z.`);
  }
  if (time.getTime() > Date.now()) throw new RangeError(`--as-of is "${text}", which is yet to come.`);
  return time;
};

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      provider: { type: 'string' },
      'as-of': { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help || positionals.length === 0) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const instruments = positionals.map(parseInstrument);
  const asOf = values['as-of'] === undefined ? undefined : parseTime(values['as-of']);
  const given = { ...process.env };
  dotenv.config({ path: process.env.ENV_PATH ?? path.join(root, '.env'), quiet: true });
  const { config, variable } = chooseProvider(values.provider, process.env, given);
  const provider = loadProvider({ ...config, appRoot: root }, variable);
  const report = await runHealthCheck(provider, instruments, asOf ? { asOf } : {});
  if (values.json) console.log(asJson(provider, report, asOf));
  else {
    console.log(quotesTable(report));
    for (const reason of reasons(report)) console.error(reason);
    if (report.ok || [...report.answers.values()].some((outcome) => 'quote' in outcome))
      console.log(footer(provider, report));
  }
  return report.ok ? 0 : 1;
};

main().then(
  (code) => {
    // Not process.exit(): it would lose output that a pipe has not read yet.
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
