import { z } from 'zod';
import { configSchema, defaults } from './schema';

export default {
  default: defaults,
  /** Stops the boot with a message that names the option. The message never repeats the value, which may be a key. */
  validator: (config: unknown): void => {
    const parsed = configSchema.safeParse(config);
    if (parsed.success) return;
    throw new Error(
      `The configuration of plugin "quote-snapshots" is not valid:\n${z.prettifyError(parsed.error)}`,
    );
  },
};
