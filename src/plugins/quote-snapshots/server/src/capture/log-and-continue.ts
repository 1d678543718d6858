import type { Core } from '@strapi/strapi';

/**
 * Runs a capture; where it fails, logs why. Nobody could handle the error better: the rows are still pending, their
 * lease runs out, and the worker claims them again.
 *
 * @returns undefined where it failed
 */
export const logAndContinue = async <T>(
  strapi: Core.Strapi,
  capture: () => Promise<T>,
): Promise<T | undefined> => {
  try {
    return await capture();
  } catch (error) {
    strapi.log.error(`quote-snapshots: capture failed, its snapshots stay pending: ${String(error)}`);
    return undefined;
  }
};
