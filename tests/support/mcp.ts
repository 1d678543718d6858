import type { Newsroom } from './newsroom';

interface ToolAnswer {
  isError?: boolean;
  content?: { text?: string }[];
  structuredContent?: Record<string, unknown>;
}

/** Calls a tool of Strapi's MCP server, where that is on. @param authorization of an admin token */
export const callTool = async (
  { http }: Newsroom,
  authorization: string,
  name: string,
  args: object,
): Promise<ToolAnswer> => {
  const answer = await http()
    .post('/mcp')
    .set('authorization', authorization)
    .set('accept', 'application/json, text/event-stream')
    .send({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } });
  // JSON, or one event of a stream.
  const text = answer.text.startsWith('{') ? answer.text : (/^data: (.*)$/m.exec(answer.text)?.[1] ?? '{}');
  const { result, error } = JSON.parse(text) as { result?: ToolAnswer; error?: { message: string } };
  if (!result) throw new Error(`${name} was not called: ${error?.message ?? answer.text}`);
  return result;
};
