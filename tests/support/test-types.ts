import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

const localized = { pluginOptions: { i18n: { localized: true } } };
const OPTED_IN = { 'quote-snapshots': { enabled: true } };

/**
 * Content types that the newsroom does not have, so that what holds "for any content type" is tried on each shape: with
 * and without drafts, with and without locales, with text in components and dynamic zones.
 */
const TYPES = {
  /** Without drafts and without locales. */
  notice: {
    options: { draftAndPublish: false },
    pluginOptions: OPTED_IN,
    attributes: {
      title: { type: 'string', required: true },
      body: { type: 'text' },
      tickers: { type: 'relation', relation: 'manyToMany', target: 'api::ticker.ticker' },
      sections: { type: 'component', repeatable: true, component: 'test.section' },
    },
  },
  /** Without drafts, with locales. */
  bulletin: {
    options: { draftAndPublish: false },
    pluginOptions: { ...OPTED_IN, i18n: { localized: true } },
    attributes: {
      title: { type: 'string', required: true, ...localized },
      body: { type: 'richtext', ...localized },
    },
  },
  /** With drafts, without locales; its text stands in a dynamic zone; leads to articles, and to a file. */
  briefing: {
    options: { draftAndPublish: true },
    pluginOptions: OPTED_IN,
    attributes: {
      title: { type: 'string', required: true },
      parts: { type: 'dynamiczone', components: ['test.section'] },
      articles: { type: 'relation', relation: 'manyToMany', target: 'api::article.article' },
      picture: { type: 'media', multiple: false },
    },
  },
} as const;

const SECTION = {
  collectionName: 'components_test_sections',
  info: { displayName: 'Section' },
  attributes: {
    heading: { type: 'string' },
    text: { type: 'blocks' },
    about: { type: 'relation', relation: 'oneToOne', target: 'api::article.article' },
  },
};

const factory = (kind: 'Controller' | 'Router' | 'Service', uid: string): string =>
  `module.exports = require('@strapi/strapi').factories.createCore${kind}('${uid}');\n`;

const write = async (file: string, content: string): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
};

/**
 * Lays the compiled app out a second time, with these content types beside its own.
 *
 * @returns the folder to boot from
 */
export const addTestTypes = async (compiled: string, target: string): Promise<string> => {
  const source = path.join(target, 'src');
  await mkdir(source, { recursive: true });
  await symlink(path.join(compiled, 'config'), path.join(target, 'config'));
  // `require` follows a link to where a file really is, so the app's own modules find each other.
  for (const name of await readdir(path.join(compiled, 'src'))) {
    if (name !== 'api') await symlink(path.join(compiled, 'src', name), path.join(source, name));
  }
  // Strapi lists the folder of types without following links.
  await cp(path.join(compiled, 'src/api'), path.join(source, 'api'), { recursive: true });
  for (const [name, type] of Object.entries(TYPES)) {
    const uid = `api::${name}.${name}`;
    const folder = path.join(source, 'api', name);
    const schema = {
      kind: 'collectionType',
      collectionName: `${name}s`,
      info: { singularName: name, pluralName: `${name}s`, displayName: name },
      ...type,
    };
    await write(path.join(folder, 'content-types', name, 'schema.json'), JSON.stringify(schema));
    await write(path.join(folder, 'controllers', `${name}.js`), factory('Controller', uid));
    await write(path.join(folder, 'routes', `${name}.js`), factory('Router', uid));
    await write(path.join(folder, 'services', `${name}.js`), factory('Service', uid));
  }
  await write(path.join(source, 'components/test/section.json'), JSON.stringify(SECTION));
  return target;
};
