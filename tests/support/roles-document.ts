import { ROLES, type RolePermission } from '../../src/newsroom/access/roles';
import { TOKENS } from '../../src/newsroom/access/tokens';

/** For one endpoint: what each caller may do there, "yes", "–" or the content types that it is open for. */
export interface MatrixRow {
  endpoint: string;
  cells: string[];
}

export interface Matrix {
  callers: string[];
  rows: MatrixRow[];
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const permissionRow = ({ action, subject, condition }: RolePermission): string[] => [
  `\`${action}\``,
  subject ? `\`${subject}\`` : '',
  condition === 'admin::is-creator' ? 'their own' : '',
];

const matrixTable = ({ callers, rows }: Matrix): string =>
  table(
    ['endpoint', ...callers],
    rows.map(({ endpoint, cells }) => [`\`${endpoint}\``, ...cells]),
  );

/** docs/roles.md, from the lists of roles and tokens and from what was tried. */
export const rolesDocument = (content: Matrix, graphql: Matrix, admin: Matrix): string => `# Roles and tokens

Written by \`npm run docs:roles\`, which signs in as every role and token and tries every endpoint. A test fails where
this page is no longer true.

## Roles of the admin UI

A new database has three roles beside Strapi's own. They are the list in \`src/newsroom/access/roles.ts\`. Each start gives
a role what it was never given before, and nothing twice: a permission that an admin takes away stays away, and a role
that an admin deletes does not come back. Strapi takes the permissions of a plugin that is switched off from everybody: once
the plugin is back, so are those of these roles.
Permissions on content cover all of its fields that may be written, and all locales that the newsroom had at that moment.

Strapi has a role "Editor" of its own on every new database, and role names are unique, so the newsroom's is "Newsroom
Editor". Strapi's own Editor may change every type, disclaimers included: give people the newsroom's. Nobody writes the
records, quote snapshots and disclaimer wordings, whatever the permissions say: not Strapi's Editor, nor a super admin.

${ROLES.map(
  ({ name, code, description, permissions }) =>
    `### ${name}\n\n${description} (\`${code}\`)\n\n${table(['permission', 'on', 'which'], permissions.map(permissionRow))}`,
).join('\n\n')}

## API tokens

\`npm run tokens -- frontend\` and \`npm run tokens -- preview\` make one each, and show its key once.

${Object.values(TOKENS)
  .map(
    ({ name, description, actions }) =>
      `### ${name}\n\n${description}\n\n${actions.map((action) => `- \`${action}\``).join('\n')}`,
  )
  .join('\n\n')}

Drafts need \`api::article.article.findDraft\`: with it, \`status=draft\` may be asked for over REST and GraphQL. A full-access
token has it; a read-only one has not.

## Who reaches what

"yes" means that the endpoint answers a caller, "–" that it refuses with 401 or 403. A list names the content types for
which it answers. What a reporter reaches of articles is limited to their own, and what Strapi's Author reaches of anything.
Outside of development the content-type builder refuses everybody.

### Content API

Endpoints that refuse all three are left out; there are ${content.rows.filter(({ cells }) => cells.every((cell) => cell === '–')).length} of them.

${matrixTable({ ...content, rows: content.rows.filter(({ cells }) => cells.some((cell) => cell !== '–')) })}

### GraphQL

Fields that refuse all three are left out; there are ${graphql.rows.filter(({ cells }) => cells.every((cell) => cell === '–')).length} of them, every mutation among them.

${matrixTable({ ...graphql, rows: graphql.rows.filter(({ cells }) => cells.some((cell) => cell !== '–')) })}

### Admin API

${matrixTable(admin)}
`;
