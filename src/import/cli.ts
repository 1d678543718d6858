import { parseArgs } from 'node:util';
import { bootNewsroom } from '../command-line/boot';
import { showProgress } from '../command-line/progress';
import { quotesPlugin } from '../newsroom/quotes-plugin';
import { importArticles } from './import-articles';
import { defaultLocale } from '../newsroom/strapi/locales';

const USAGE = `Usage: npm run import -- FILES… [--publish] [--locale en]

Brings Markdown articles (front matter and body) into the newsroom.
  --publish     publishes them, which captures their quotes
  --locale xx   the locale of files whose front matter names none (default: the newsroom's)`;

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      publish: { type: 'boolean', default: false },
      locale: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help || positionals.length === 0) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  process.env.SERVE_ADMIN = 'false';
  const strapi = await bootNewsroom();
  try {
    const locale: string = values.locale ?? (await defaultLocale(strapi));
    if (values.publish && !quotesPlugin(strapi)) {
      console.error('QUOTES_ENABLED is false: articles are published without quotes.');
    }
    const progress = showProgress('Importing', positionals.length);
    const report = await importArticles(strapi, positionals, {
      locale,
      publish: values.publish,
      onFile: () => progress.step(),
    });
    progress.stop();
    for (const { file, line, reason } of report.failures) console.error(`${file}:${line}: ${reason}`);
    const { created, updated, published, unchanged } = report.counts;
    console.log(
      `${published} published, ${created} created, ${updated} updated, ${unchanged} unchanged, ${report.failures.length} failed`,
    );
    return report.failures.length > 0 ? 1 : 0;
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
