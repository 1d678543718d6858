import { describeNewsroom } from '../support/describe-newsroom';
import { attack } from './attack';
import { held } from './held';

describeNewsroom(
  'sqlite',
  { 'attacks that were held': held, 'under attack': attack },
  { testTypes: true, environment: { MCP_ENABLED: 'true' } },
);
