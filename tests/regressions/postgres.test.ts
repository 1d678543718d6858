import { describeNewsroom } from '../support/describe-newsroom';
import { mcpRecord } from '../integration/suites/mcp-record';
import { mcpTools } from '../integration/suites/mcp-tools';
import { everyRegression } from '../support/every-regression';

describeNewsroom(
  'postgres',
  { ...everyRegression(), 'tools for agents': mcpTools, 'agents and the record': mcpRecord },
  { testTypes: true, environment: { MCP_ENABLED: 'true' } },
);
