import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { listen } from './listen';
import type { Newsroom } from './newsroom';

/**
 * The protocol's own client, connected to Strapi's MCP server as an agent would be. To be closed.
 *
 * @param authorization of an admin token: `Bearer …`
 */
export const connectAgent = async ({ strapi }: Newsroom, authorization: string): Promise<Client> => {
  const port = await listen(strapi.server.httpServer);
  // Between two calls of a test, the server would close the connection just as the client sends the next one.
  strapi.server.httpServer.keepAliveTimeout = 300_000;
  const client = new Client({ name: 'an agent', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`), {
      requestInit: { headers: { authorization } },
    }),
  );
  return client;
};
