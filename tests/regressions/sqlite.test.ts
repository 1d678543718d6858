import { describeNewsroom } from '../support/describe-newsroom';
import { everyRegression } from '../support/every-regression';

describeNewsroom('sqlite', everyRegression(), { testTypes: true, environment: { MCP_ENABLED: 'true' } });
