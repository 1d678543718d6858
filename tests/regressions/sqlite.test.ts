import { describeNewsroom } from '../support/describe-newsroom';
import { mcpRecord } from '../integration/suites/mcp-record';
import { mcpTools } from '../integration/suites/mcp-tools';
import { mcpWriting } from '../integration/suites/mcp-writing';
import { everyRegression } from '../support/every-regression';

describeNewsroom(
  'sqlite',
  {
    ...everyRegression(),
    'tools for agents': mcpTools,
    'agents and the record': mcpRecord,
    'agents that write': mcpWriting,
  },
  { testTypes: true, environment: { MCP_ENABLED: 'true' } },
);
