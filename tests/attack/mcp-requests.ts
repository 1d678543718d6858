import type { Newsroom } from '../support/newsroom';
import { adminToken } from './attackers';
import { argumentsOf, type Schema } from './tool-arguments';
import type { Victim } from './victim';

interface Tool {
  name: string;
  inputSchema: Schema;
}

/** A call of a tool, as JSON-RPC has it. */
export interface ToolCall {
  jsonrpc: '2.0';
  id: number;
  method: 'tools/call';
  params: { name: string; arguments: object };
}

/** As many calls as one request makes: Strapi makes all of its tools anew for each request, which takes half a second. */
const CALLS_A_REQUEST = 50;

/** An answer of the MCP server comes as JSON, or as one event of a stream. */
const parse = (text: string): { result?: { tools?: Tool[] } } =>
  JSON.parse(text.startsWith('{') ? text : (/^data: (.*)$/m.exec(text)?.[1] ?? '{}'));

/** The tools that the server shows to a caller; none, where it does not let them in. */
const toolsFor = async ({ http }: Newsroom, authorization: string | undefined): Promise<Tool[]> => {
  const answer = await http()
    .post('/mcp')
    .set('authorization', authorization ?? '')
    .set('accept', 'application/json, text/event-stream')
    .send({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
  return parse(answer.text).result?.tools ?? [];
};

let everyTool: Tool[] | undefined;

/**
 * Calls of every tool that the server has, in batches. A tool that the caller is shown is called as it is shown to them,
 * since the arguments it takes depend on the fields that they may write; every other one as a super admin is shown it.
 */
export const mcpRequests = async (
  newsroom: Newsroom,
  victim: Victim,
  authorization: string | undefined,
): Promise<ToolCall[][]> => {
  everyTool ??= await toolsFor(newsroom, await adminToken(newsroom.strapi, 'strapi-super-admin'));
  if (everyTool.length < 20) throw new Error(`The MCP server shows ${everyTool.length} tools only.`);
  const shown = new Map((await toolsFor(newsroom, authorization)).map((tool) => [tool.name, tool]));
  const calls = everyTool.flatMap(({ name, inputSchema }) =>
    argumentsOf(name, shown.get(name)?.inputSchema ?? inputSchema, victim).map((args) => ({
      name,
      arguments: args,
    })),
  );
  const numbered = calls.map(
    (params, index): ToolCall => ({ jsonrpc: '2.0', id: index + 1, method: 'tools/call', params }),
  );
  return Array.from({ length: Math.ceil(numbered.length / CALLS_A_REQUEST) }, (_none, index) =>
    numbered.slice(index * CALLS_A_REQUEST, (index + 1) * CALLS_A_REQUEST),
  );
};

/** Of each call of a batch, whether the server refused its arguments before it looked at who calls. */
export const toolAnswers = (
  text: string,
  calls: readonly ToolCall[],
): { name: string; invalid: boolean }[] => {
  const refused = new Set(
    [...text.matchAll(/Invalid arguments for tool .*?"id":(\d+)\}/g)].map(([, id]) => Number(id)),
  );
  return calls.map(({ id, params }) => ({ name: params.name, invalid: refused.has(id) }));
};
