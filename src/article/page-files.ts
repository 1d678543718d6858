import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Files in `public/site`. Strapi serves everything in `public`. */
type PageFile = 'site.css' | 'live-quotes.js';

const addresses = new Map<PageFile, string>();

/** The address of a style sheet or script of the pages. It changes with the file, so that browsers do not use an old copy. */
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

/** The fonts, from their packages. The keys are the file names in our addresses. */
const FONT_FILES: Readonly<Record<string, string>> = Object.fromEntries(
  ['newsreader', 'libre-franklin'].flatMap((family) =>
    ['latin', 'latin-ext'].map((subset) => [
      `${family}-${subset}.woff2`,
      `@fontsource-variable/${family}/files/${family}-${subset}-wght-normal.woff2`,
    ]),
  ),
);

/** The fonts that every page needs at once. */
export const PRELOADED_FONTS = ['newsreader-latin.woff2', 'libre-franklin-latin.woff2'].map(
  (name) => `${FONTS}/${name}`,
);

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** `GET /site/fonts/:file` */
const sendFont: Core.MiddlewareHandler = async (ctx) => {
  const { file: name } = ctx.params as { file: string };
  const source = Object.hasOwn(FONT_FILES, name) ? FONT_FILES[name] : undefined;
  // Strapi answers anything else with 404.
  if (!source) return;
  const content = await readFile(require.resolve(source));
  ctx.set('Cache-Control', `public, max-age=${ONE_YEAR_SECONDS}`);
  ctx.type = 'font/woff2';
  ctx.body = content;
};

/** Serves the fonts of the newsroom's pages. Must be called before routes are mounted. */
export const addPageFiles = (strapi: Core.Strapi): void => {
  strapi.server.routes([
    { method: 'GET', path: `${FONTS}/:file`, handler: sendFont, config: { auth: false } },
  ]);
};
