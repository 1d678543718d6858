import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** All compiled scripts of the admin UI of a Strapi package, as one text. */
const adminOf = (name: string): string => {
  const folder = path.join(root, 'node_modules/@strapi', name, 'dist/admin');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
};

/**
 * What `admin/src/strapi` uses of Strapi's admin UI without documentation. A browser shows whether it works; this says what is
 * gone after an upgrade, before anything is built.
 */
describe('the admin UI of the Strapi that is installed', () => {
  const used: [what: string, name: string, pattern: RegExp][] = [
    ['the side panels of the edit view', 'content-manager', /addEditViewSidePanel/],
    ['the hook of list columns', 'content-manager', /'Admin\/CM\/pages\/ListView\/inject-column-in-table'/],
    ['pluginOptions among a list’s options', 'content-manager', /\.\.\.schema\?\.pluginOptions/],
    ['the context of the edit view', 'content-manager', /as unstable_useContentManagerContext/],
    ['the tag of documents', 'content-manager', /type: 'Document',\s+id: `\$\{model\}_\$\{/],
    ['the keys of relation items', 'content-manager', /__temp_key__/],
    ['the data of relation items', 'content-manager', /apiData: \{/],
    ['the form of a content type', 'content-type-builder', /extendContentType\s*\(/],
    ['the tag of webhooks', 'admin', /type: 'Webhook',\s+id: 'LIST'/],
    ['the locale in the page’s address', 'i18n', /plugins(\?\.|: \{\s*\.*)[^;]*i18n/],
  ];

  it.each(used)('still has %s, in @strapi/%s', (_what, name, pattern) => {
    expect(pattern.test(adminOf(name))).toBe(true);
  });
});
