import type { PluginContext } from '../plugin-context';
import { captureOutsideTransaction } from './capture-committed';

/**
 * Runs a function that publishes many documents, and captures the quotes of all of them together when it ends. So an import takes
 * one request to a provider that counts requests. Waits for the captures without a deadline.
 */
export const captureInOneBatch = async <T>(context: PluginContext, run: () => Promise<T>): Promise<T> => {
  const batch = new Set<string>();
  try {
    return await context.underWay.batch.run(batch, run);
  } finally {
    if (batch.size > 0) await captureOutsideTransaction(context, { waiting: [], earlier: [...batch] });
  }
};
