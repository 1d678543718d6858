import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveNewsroom, type ServedNewsroom } from './newsroom';
import { milliseconds, show } from './show';
import { median } from './measure';

const FEW = 200;
const MANY = 100_000;
const ENTRIES_OF_A_FEED = 50;
const ROWS_OF_A_SITEMAP = 1_000;
/** The number of requests of each kind, whatever the number of articles. */
const ROUNDS = 60;

const MEGABYTE = 1024 * 1024;
const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(0)} MB`;

/** The addresses of one kind, from the first page to the last. */
type Addresses = readonly string[];

const spread = (last: number, address: (page: number) => string): Addresses =>
  Array.from({ length: Math.min(last, ROUNDS) }, (_, index) =>
    address(1 + Math.round((index * (last - 1)) / Math.max(1, Math.min(last, ROUNDS) - 1))),
  );

const kindsOf = (articles: number): Readonly<Record<string, Addresses>> => {
  const feeds = Math.ceil(articles / ENTRIES_OF_A_FEED);
  return {
    'RSS, every page': spread(feeds, (page) => `/feeds/rss?page=${page}`),
    'Atom, every page': spread(feeds, (page) => `/feeds/atom?page=${page}`),
    'JSON Feed, every page': spread(feeds, (page) => `/feeds/json?page=${page}`),
    'index of sitemaps': ['/sitemap.xml'],
    'sitemaps of articles': spread(
      Math.ceil(articles / ROWS_OF_A_SITEMAP),
      (page) => `/sitemaps/articles-${page}.xml`,
    ),
    'news sitemap': ['/news-sitemap.xml'],
  };
};

interface Figures {
  bytes: number;
  took: number;
  memory: number;
}

const read = async ({ address, token }: ServedNewsroom, where: string): Promise<string> => {
  const answer = await fetch(`${address}${where}`, { headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${where} was answered ${answer.status}: ${text.slice(0, 200)}`);
  return text;
};

/** Asks for the same number of pages of each kind, one after the other. */
const measure = async (newsroom: ServedNewsroom, articles: number): Promise<Record<string, Figures>> => {
  const figures: Record<string, Figures> = {};
  for (const [name, addresses] of Object.entries(kindsOf(articles))) {
    const times: number[] = [];
    let [bytes, memory] = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      const text = await read(newsroom, addresses[round % addresses.length] ?? '/');
      times.push(performance.now() - start);
      bytes = Math.max(bytes, text.length);
      memory = Math.max(memory, newsroom.residentMemory());
    }
    figures[name] = { bytes, took: median(times), memory };
  }
  // Partners poll the whole archive, page by page.
  const times: number[] = [];
  let [bytes, memory, since] = [0, 0, '2000-01-01T00:00:00Z'];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const text = await read(newsroom, `/api/ninjs?since=${since}`);
    times.push(performance.now() - start);
    const { meta } = JSON.parse(text) as { meta: { cursor: string; more: boolean } };
    since = meta.more ? meta.cursor : '2000-01-01T00:00:00Z';
    bytes = Math.max(bytes, text.length);
    memory = Math.max(memory, newsroom.residentMemory());
  }
  return { ...figures, 'ninjs, by cursor': { bytes, took: median(times), memory } };
};

/** Starts a newsroom on a database that was filled before, since the process that fills it has used memory for that. */
const startFilled = async (folder: string, articles: number): Promise<ServedNewsroom> => {
  const database = { DATABASE_FILENAME: path.join(folder, `${articles}.db`) };
  if (articles > 0) await (await serveNewsroom(false, articles, 0, database)).stop();
  return serveNewsroom(false, 0, 0, database);
};

/** Measures the memory that feeds, sitemaps and the list of news items need with few articles and with many (SQLite). */
export const benchFormats = async (count = MANY): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'quotemark-formats-'));
  try {
    const results: { articles: number; start: number; figures: Record<string, Figures> }[] = [];
    for (const articles of [FEW, count]) {
      const newsroom = await startFilled(folder, articles);
      try {
        await read(newsroom, '/feeds/rss');
        const start = newsroom.residentMemory();
        results.push({ articles, start, figures: await measure(newsroom, articles) });
      } finally {
        await newsroom.stop();
      }
    }
    for (const { articles, start, figures } of results) {
      show(
        `Feeds, sitemaps and news items of ${articles.toLocaleString('en')} articles, ${ROUNDS} requests each; ${megabytes(start)} after the start (SQLite)`,
        ['', 'longest answer', 'a request', 'memory at most'],
        Object.entries(figures).map(([name, { bytes, took, memory }]) => [
          name,
          `${(bytes / 1024).toFixed(0)} KB`,
          milliseconds(took),
          megabytes(memory),
        ]),
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
