import type { Core } from '@strapi/strapi';

/**
 * Runs a capture, and logs the error if it fails. No caller could handle the error better: the rows are still pending, their lease
 * expires, and the worker claims them again.
 *
 * @returns undefined if it failed
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
