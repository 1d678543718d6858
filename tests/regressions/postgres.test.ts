import { describeNewsroom } from '../support/describe-newsroom';
import { mcpTools } from '../integration/suites/mcp-tools';
import { everyRegression } from '../support/every-regression';

describeNewsroom(
  'postgres',
  { ...everyRegression(), 'tools for agents': mcpTools },
  { testTypes: true, environment: { MCP_ENABLED: 'true' } },
);
