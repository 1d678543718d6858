// Lists what is still missing before the plugins can be published: npm run publish:check
// The publisher and the address of the sources are in publisher.json only. --write copies them into each plugin's package.json.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PLUGINS = 'src/plugins';
const SECTIONS = ['Compatibility', 'Upgrading', 'Uninstalling'];
const LOGO = { file: 'docs/logo.png', size: 160 };

const read = (file) => readFileSync(path.join(root, file), 'utf8');
const readJson = (file) => JSON.parse(read(file));

/** The faults of publisher.json. */
const faultsOf = ({ author, repository }) => [
  ...(author?.name ? [] : ['publisher.json: author.name is empty. Write who publishes.']),
  ...(/^https:\/\/[^/]+\/[^/]+\/[^/]+$/.test(repository ?? '')
    ? []
    : ['publisher.json: repository is not an address such as https://github.com/OWNER/NAME.']),
];

/** The fields of a plugin's package.json that follow from publisher.json. */
const fieldsOf = ({ author, repository }, folder) => ({
  author: Object.fromEntries(Object.entries(author).filter(([, value]) => value)),
  repository: { type: 'git', url: `git+${repository}.git`, directory: folder },
  homepage: `${repository}/tree/main/${folder}#readme`,
  bugs: { url: `${repository}/issues` },
});

/** Width and height of a PNG, from the header of its first chunk. */
const sizeOf = (file) => {
  const header = readFileSync(path.join(root, file)).subarray(0, 24);
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
};

const faultsOfPlugin = (folder, wanted) => {
  const inPlugin = (file) => path.join(folder, file);
  const exists = (file) => existsSync(path.join(root, inPlugin(file)));
  const manifest = readJson(inPlugin('package.json'));
  const faults = [];
  for (const [field, value] of Object.entries(wanted))
    if (JSON.stringify(manifest[field]) !== JSON.stringify(value))
      faults.push(
        `package.json: ${field} is not what publisher.json says. Run npm run publish:check -- --write.`,
      );
  for (const field of ['description', 'license', 'version', 'engines', 'peerDependencies'])
    if (!manifest[field]) faults.push(`package.json: ${field} is missing.`);
  for (const keyword of ['strapi', 'strapi-plugin'])
    if (!manifest.keywords?.includes(keyword))
      faults.push(`package.json: the keyword "${keyword}" is missing.`);
  if (!Array.isArray(manifest.files))
    faults.push('package.json: files is missing, so npm would pack everything.');
  if (manifest.strapi?.kind !== 'plugin') faults.push('package.json: strapi.kind is not "plugin".');
  for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md', LOGO.file])
    if (!exists(file)) faults.push(`${file} is missing.`);
  if (exists('README.md'))
    for (const section of SECTIONS)
      if (!read(inPlugin('README.md')).includes(`\n## ${section}\n`))
        faults.push(`README.md: the section “${section}” is missing.`);
  if (exists('CHANGELOG.md') && !read(inPlugin('CHANGELOG.md')).includes(`## ${manifest.version}`))
    faults.push(`CHANGELOG.md: there is no section for ${manifest.version}.`);
  if (exists(LOGO.file) && sizeOf(inPlugin(LOGO.file)).some((side) => side !== LOGO.size))
    faults.push(`${LOGO.file} is not ${LOGO.size}×${LOGO.size} pixels.`);
  for (const [name, target] of Object.entries(manifest.exports ?? {}))
    for (const file of typeof target === 'string' ? [target] : Object.values(target))
      if (!exists(file)) faults.push(`exports["${name}"]: ${file} is not there. Run npm run build:plugin.`);
  return faults.map((fault) => `${folder}/${fault}`);
};

const publisher = readJson('publisher.json');
const folders = readdirSync(path.join(root, PLUGINS)).map((name) => `${PLUGINS}/${name}`);
const faults = faultsOf(publisher);

if (process.argv.includes('--write') && faults.length === 0) {
  for (const folder of folders) {
    const file = `${folder}/package.json`;
    const manifest = { ...readJson(file), ...fieldsOf(publisher, folder) };
    writeFileSync(path.join(root, file), `${JSON.stringify(manifest, null, 2)}\n`);
  }
}
for (const folder of folders)
  faults.push(...faultsOfPlugin(folder, faults.length === 0 ? fieldsOf(publisher, folder) : {}));

if (faults.length > 0) {
  console.error('Not ready to be published:');
  for (const fault of faults) console.error(`  ${fault}`);
  process.exit(1);
}
console.log('Ready: npm publish in each of', folders.join(', '));
