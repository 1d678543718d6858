import { describeNewsroom } from '../support/describe-newsroom';
import { underAttack } from './attack';
import { attackAdminApi } from './admin-api';

describeNewsroom(
  'sqlite',
  { 'under attack': underAttack(attackAdminApi) },
  { testTypes: true, environment: { MCP_ENABLED: 'true' } },
);
