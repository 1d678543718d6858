import type { Core } from '@strapi/strapi';
import type { PluginStatus } from '../api';
import { pluginContext } from '../plugin-context';
import { countMissingPublications } from '../store/reports/count-missing-publications';
import { summarizeRecord } from '../store/reports/summarize-record';

/** The state of the plugin for an operator: pending and failed snapshots, and the providers. It contains no key. */
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
