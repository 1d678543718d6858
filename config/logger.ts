import { oneOf } from '../src/newsroom/environment';
import { logFormat } from '../src/newsroom/logging/log-format';

export default () => ({
  level: oneOf(process.env, 'LOG_LEVEL', ['http', 'error', 'warn', 'info', 'debug']),
  format: logFormat(),
});
