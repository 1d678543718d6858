import { oneOf } from '../src/newsroom/environment';
import { legible } from '../src/newsroom/lockdown/legible-log';

export default () => ({
  level: oneOf(process.env, 'LOG_LEVEL', ['http', 'error', 'warn', 'info', 'debug']),
  format: legible(),
});
