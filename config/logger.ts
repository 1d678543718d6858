import { oneOf } from '../src/newsroom/environment';

export default () => ({ level: oneOf(process.env, 'LOG_LEVEL', ['http', 'error', 'warn', 'info', 'debug']) });
