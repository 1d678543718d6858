import { describeNewsroom } from '../support/describe-newsroom';
import { underAttack } from './attack';
import { attackContentApi } from './content-api';
import { held } from './held';

describeNewsroom(
  'sqlite',
  { 'attacks that were held': held, 'under attack': underAttack(attackContentApi) },
  { testTypes: true, environment: { MCP_ENABLED: 'true' } },
);
