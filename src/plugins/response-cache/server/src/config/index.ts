import { z } from 'zod';
import { configSchema, defaults } from './schema';

export default {
  default: defaults,
  /** Stops the boot with a message that names the option. */
  validator: (config: unknown): void => {
    const parsed = configSchema.safeParse(config);
    if (parsed.success) return;
    throw new Error(
      `The configuration of plugin "response-cache" is not valid:\n${z.prettifyError(parsed.error)}`,
    );
  },
};
