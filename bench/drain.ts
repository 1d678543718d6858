import { bootNewsroom } from '../src/command-line/boot';
import { INSTRUMENTS } from './sample-article';

const SIZES = [100, 1_000, 10_000];

/** Measures how long the worker takes for several numbers of pending snapshots. Prints a line of JSON: `[[100, ms], …]`. */
const main = async (): Promise<void> => {
  const strapi = await bootNewsroom();
  strapi.cron.destroy();
  const knex = strapi.db.connection;
  const now = new Date();
  const pending = (run: number, index: number) => {
    const instrument = INSTRUMENTS[index % INSTRUMENTS.length] ?? '';
    const document = `drain${run}d${Math.floor(index / INSTRUMENTS.length)}`;
    return {
      document_id: `drain${run}n${index}`,
      instrument,
      symbol: instrument.split(':')[1],
      mic: instrument.split(':')[0],
      state: 'pending',
      related_type: 'api::article.article',
      related_document_id: document,
      related_locale: 'en',
      related_published_at: now,
      related_key: `${document}:en`,
      current: true,
      current_key: `api::article.article|${document}|en|${instrument}`,
      position: index % INSTRUMENTS.length,
      attempts: 0,
      next_attempt_at: now,
      created_at: now,
      updated_at: now,
      published_at: now,
    };
  };
  const figures: [number, number][] = [];
  // The first run warms up.
  for (const [run, size] of [SIZES[0] ?? 0, ...SIZES].entries()) {
    const rows = Array.from({ length: size }, (_, index) => pending(run, index));
    for (let start = 0; start < size; start += 500)
      await knex('quote_snapshots').insert(rows.slice(start, start + 500));
    const begun = process.hrtime.bigint();
    await strapi.plugin('quote-snapshots').service('capture').runWorkerTurn();
    const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6;
    const [left] = await knex('quote_snapshots').where('state', 'pending').count({ count: '*' });
    if (Number(left?.count) !== 0) throw new Error(`${left?.count} of ${size} snapshots are pending still.`);
    if (run > 0) figures.push([size, milliseconds]);
  }
  console.log(JSON.stringify(figures));
  await strapi.destroy();
  process.exit(0);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
