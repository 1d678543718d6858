import path from 'node:path';
import { bootNewsroom } from '../command-line/boot';
import { showProgress } from '../command-line/progress';
import { root } from '../command-line/root';
import { oneOf, readVariable, wholeNumber } from '../newsroom/environment';
import { quotesPlugin } from '../newsroom/quotes-plugin';
import { siteOf } from '../newsroom/site-environment';
import { demoLogin } from './demo-login';
import { addSampleContent, needsSampleContent } from './fill-newsroom';
import { assertPortIsFree } from './free-port';
import { captureTable, addressesToOpen } from './report';
import 'dotenv/config';

/** Fills an empty database with the sample newsroom, prints its addresses, and serves it. */
const main = async (): Promise<void> => {
  if (oneOf(process.env, 'DATABASE_CLIENT', ['sqlite', 'postgres']) !== 'sqlite') {
    throw new Error(
      'The demo fills an embedded SQLite database, but DATABASE_CLIENT is "postgres": use npm start.',
    );
  }
  const port = wholeNumber(process.env, 'PORT', 1337, 65_535);
  await assertPortIsFree(process.env.HOST ?? '0.0.0.0', port);

  console.log('Starting the newsroom …');
  const strapi = await bootNewsroom();
  try {
    const database = path.resolve(root, readVariable(process.env, 'DATABASE_FILENAME') ?? '.tmp/data.db');
    // The file with the login is beside the database.
    const login = await demoLogin(strapi, path.dirname(database));
    if (await needsSampleContent(strapi)) {
      await addSampleContent(strapi, path.join(root, 'database/seeds'), (total) =>
        showProgress('Filling', total),
      );
    }
    await strapi.start();
    console.log(await captureTable(strapi));
    const [hasQuotes, hasSite] = [quotesPlugin(strapi) !== undefined, siteOf(strapi).enabled];
    console.log(addressesToOpen(`http://localhost:${port}`, login, hasQuotes, hasSite));
  } catch (error) {
    await strapi.destroy();
    throw error;
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
