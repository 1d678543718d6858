import Table from 'cli-table3';
import { benchDetection } from './detection';
import { compare } from './measure';
import { serveNewsroom, type ServedNewsroom } from './newsroom';
import { body, slugOf } from './sample-article';

const FEW = 200;
const MANY = 20_000;

const show = (title: string, head: string[], rows: string[][]): void => {
  const table = new Table({
    head,
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  table.push(...rows);
  console.log(`\n${title}\n${table.toString()}`);
};

const milliseconds = (figure: number): string => `${figure.toFixed(figure < 10 ? 2 : 1)} ms`;
const times = (ratio: number): string => `${ratio.toFixed(2)}×`;

const FIELDS = 'documentId title slug kind publishedAt';
let published = 0;

/** What frontends and editors do, with the quotes where the plugin is on. */
const tasks = (newsroom: ServedNewsroom, quotes: boolean) => {
  const populate = quotes ? '&populate=quoteSnapshots' : '';
  const field = quotes ? 'quoteSnapshots { instrument price change currency quotedAt }' : '';
  const query = `{ articles(pagination: { limit: 20 }) { ${FIELDS} ${field} } }`;
  return {
    'read by slug': () => newsroom.send('GET', `/api/articles?filters[slug]=${slugOf(137)}${populate}`),
    'list of 20': () => newsroom.send('GET', `/api/articles?pagination[pageSize]=20${populate}`),
    'GraphQL, 20': () => newsroom.send('POST', '/graphql', { query }),
    'publish, 10 quotes': () =>
      newsroom.send('POST', '/api/articles', { data: { title: `Published ${(published += 1)}`, body } }),
  };
};

const main = async (): Promise<void> => {
  show(
    'Detection, per megabyte against an article in the same format',
    ['text', 'format', 'per MB', 'ratio'],
    benchDetection().map(({ text, format, milliseconds: figure, ratio }) => [
      text,
      format,
      milliseconds(figure),
      times(ratio),
    ]),
  );

  console.log('\nBooting newsrooms …');
  const off = await serveNewsroom(false, FEW);
  const on = await serveNewsroom(true, FEW);
  const large = await serveNewsroom(true, MANY);
  try {
    const [base, quoted, grown] = [tasks(off, false), tasks(on, true), tasks(large, true)];
    const against: string[][] = [];
    const growth: string[][] = [];
    for (const name of Object.keys(base) as (keyof typeof base)[]) {
      const plugin = await compare(base[name], quoted[name], 80);
      against.push([name, milliseconds(plugin.base), milliseconds(plugin.other), times(plugin.ratio)]);
      const size = await compare(quoted[name], grown[name], 80);
      growth.push([name, milliseconds(size.base), milliseconds(size.other), times(size.ratio)]);
    }
    show(
      `With 10 quotes an article, against the plugin off (${FEW} articles)`,
      ['', 'off', 'on', 'ratio'],
      against,
    );
    show(
      `At ${MANY.toLocaleString('en')} articles against ${FEW}`,
      ['', String(FEW), String(MANY), 'ratio'],
      growth,
    );
  } finally {
    await Promise.all([off.stop(), on.stop(), large.stop()]);
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
