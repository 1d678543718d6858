import type { Newsroom } from '../support/newsroom';
import { adminToken } from './attackers';
import { PLANTED, type Victim } from './victim';

const call = (method: string, params: object) => ({ jsonrpc: '2.0', id: 1, method, params });

/** An answer of the MCP server comes as JSON, or as one event of a stream. */
const parse = (text: string): { result?: { tools?: { name: string }[] } } =>
  JSON.parse(text.startsWith('{') ? text : (/^data: (.*)$/m.exec(text)?.[1] ?? '{}'));

let names: string[] | undefined;

/** Every tool that the server has, as a super admin sees them. */
const toolNames = async ({ strapi, http }: Newsroom): Promise<string[]> => {
  const answer = await http()
    .post('/mcp')
    .set('authorization', await adminToken(strapi, 'strapi-super-admin'))
    .set('accept', 'application/json, text/event-stream')
    .send(call('tools/list', {}));
  const tools = parse(answer.text).result?.tools ?? [];
  if (tools.length < 20) throw new Error(`The MCP server shows ${tools.length} tools: ${answer.text}`);
  return tools.map(({ name }) => name);
};

const data = { title: 'Attacked', name: 'Attacked', byline: 'Attacked' };

/** What tools of a kind are asked for; tools of no known kind are asked for all of it. */
const ARGUMENTS: Readonly<Record<string, { once: object[]; perDocument: object[] }>> = {
  list: {
    once: [{ status: 'draft', pageSize: 50 }, { filters: { title: { $containsi: PLANTED.slice(0, 5) } } }],
    perDocument: [],
  },
  get: { once: [], perDocument: [{}, { status: 'draft', locale: 'de' }] },
  create: { once: [{ data }], perDocument: [] },
  update: { once: [], perDocument: [{ data }, { data, locale: 'fr' }] },
  remove: { once: [], perDocument: [{}, { locale: 'de' }] },
};
/** The newsroom's own tools write Markdown, and say what publishing would meet. */
const OF_THE_NEWSROOM: typeof ARGUMENTS = {
  newsroom_write_article: {
    once: [{ title: 'Attacked', markdown: 'Attacked' }],
    perDocument: [{ title: 'Attacked' }, { markdown: 'Attacked', locale: 'de' }],
  },
  newsroom_check_article: { once: [], perDocument: [{}, { locale: 'de' }] },
};
const KINDS: Readonly<Record<string, keyof typeof ARGUMENTS>> = {
  ...{ list: 'list', get: 'get', create: 'create', update: 'update' },
  ...{ delete: 'remove', publish: 'remove', unpublish: 'remove', discard: 'remove' },
};
const EVERY_KIND = {
  once: Object.values(ARGUMENTS).flatMap(({ once }) => once),
  perDocument: Object.values(ARGUMENTS).flatMap(({ perDocument }) => perDocument),
};

/** Tools of the media library name files and folders by number. */
const mediaArguments = (name: string, { file, folder }: Victim): object[] => {
  const id = name.includes('folder') ? folder : file;
  return [
    { id, ids: [id], ...data, caption: 'Attacked', parent: null, folderId: null, dryRun: false },
    { id, folderId: folder, pageSize: 50 },
  ];
};

/** A call of every tool for each of the victim's documents, as it is, as a draft and in another language. */
export const mcpRequests = async (newsroom: Newsroom, victim: Victim): Promise<object[]> => {
  names ??= await toolNames(newsroom);
  return names.flatMap((name) => {
    // `update_article` is about articles: which of them the victim's are, its name tells.
    const documentIds = [...victim.documents].flatMap(([uid, ids]) =>
      name.includes(uid.split('.')[1] ?? uid) ? ids : [],
    );
    // Each call costs seconds of a processor: Strapi makes all of its tools anew for each.
    const { once, perDocument } =
      OF_THE_NEWSROOM[name] ?? ARGUMENTS[KINDS[name.split('_')[0] ?? ''] ?? ''] ?? EVERY_KIND;
    const asked = name.startsWith('media_') ? mediaArguments(name, victim) : once;
    const ofDocuments = documentIds.flatMap((documentId) =>
      perDocument.map((rest) => ({ documentId, ...rest })),
    );
    return [...asked, ...ofDocuments].map((args) => call('tools/call', { name, arguments: args }));
  });
};
