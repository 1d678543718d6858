import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Files of `public/site`, which Strapi serves with the others of `public`. */
type PageFile = 'site.css' | 'live-quotes.js';

const addresses = new Map<PageFile, string>();

/** The address of a style sheet or script of the pages. It changes with the file, so that no browser uses an old copy. */
export const pageFile = (strapi: Core.Strapi, name: PageFile): string => {
  const known = addresses.get(name);
  if (known) return known;
  const content = readFileSync(path.join(strapi.dirs.static.public, 'site', name));
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const address = `/site/${name}?v=${version}`;
  addresses.set(name, address);
  return address;
};

const FONTS = '/site/fonts';

/** The typefaces, from their packages: their own names are theirs, the addresses are ours. */
const FONT_FILES: Readonly<Record<string, string>> = Object.fromEntries(
  ['newsreader', 'libre-franklin'].flatMap((family) =>
    ['latin', 'latin-ext'].map((subset) => [
      `${family}-${subset}.woff2`,
      `@fontsource-variable/${family}/files/${family}-${subset}-wght-normal.woff2`,
    ]),
  ),
);

/** What every page needs at once. */
export const PRELOADED_FONTS = ['newsreader-latin.woff2', 'libre-franklin-latin.woff2'].map(
  (name) => `${FONTS}/${name}`,
);

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** `GET /site/fonts/:file` */
const sendFont: Core.MiddlewareHandler = async (ctx) => {
  const { file: name } = ctx.params as { file: string };
  const source = Object.hasOwn(FONT_FILES, name) ? FONT_FILES[name] : undefined;
  // Anything else is Strapi's own 404.
  if (!source) return;
  const content = await readFile(require.resolve(source));
  ctx.set('Cache-Control', `public, max-age=${ONE_YEAR_SECONDS}`);
  ctx.type = 'font/woff2';
  ctx.body = content;
};

/** Serves the typefaces of the newsroom's pages. To be called before routes are mounted. */
export const addPageFiles = (strapi: Core.Strapi): void => {
  strapi.server.routes([
    { method: 'GET', path: `${FONTS}/:file`, handler: sendFont, config: { auth: false } },
  ]);
};
