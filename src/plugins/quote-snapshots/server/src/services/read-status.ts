import type { Core } from '@strapi/strapi';
import type { PluginStatus } from '../api';
import { pluginContext } from '../plugin-context';
import { countMissingPublications } from '../store/reports/count-missing-publications';
import { summarizeRecord } from '../store/reports/summarize-record';

/** What an operator wants to know: what waits, what failed, and how the providers are doing. Holds no key. */
export const readStatus = async (strapi: Core.Strapi): Promise<PluginStatus> => {
  const [summary, [first, fallback], unrecorded] = await Promise.all([
    summarizeRecord(strapi),
    pluginContext(strapi).desk.health(),
    countMissingPublications(strapi),
  ]);
  return {
    ...summary,
    unrecorded,
    providers: [
      ...(first ? [{ ...first, role: 'first' as const }] : []),
      ...(fallback ? [{ ...fallback, role: 'fallback' as const }] : []),
    ],
  };
};
