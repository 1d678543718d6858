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

/** A call of every tool for each of the victim's documents, as it is, as a draft and in another language. */
export const mcpRequests = async (newsroom: Newsroom, victim: Victim): Promise<object[]> => {
  names ??= await toolNames(newsroom);
  const data = { title: 'Attacked', name: 'Attacked', byline: 'Attacked' };
  return names.flatMap((name) => {
    // `update_article` is about articles: which of them the victim's are, its name tells.
    const documentIds = [...victim.documents].flatMap(([uid, ids]) =>
      name.includes((uid.split('.')[1] ?? uid).replaceAll('-', '_')) ? ids : [],
    );
    const general = [
      { status: 'draft', pageSize: 50 },
      { filters: { title: { $containsi: PLANTED.slice(0, 5) } } },
    ];
    const ofDocuments = documentIds.flatMap((documentId) => [
      { documentId },
      { documentId, status: 'draft', locale: 'de' },
      { documentId, data },
      { documentId, data, locale: 'fr' },
    ]);
    return [...general, ...ofDocuments].map((args) => call('tools/call', { name, arguments: args }));
  });
};
