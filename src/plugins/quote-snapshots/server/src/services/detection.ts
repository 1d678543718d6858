import type { Core } from '@strapi/strapi';
import type { PluginConfig } from '../config/schema';
import { findMentions, type Mention } from '../detection';
import { PLUGIN } from '../plugin-names';

/** Detection for an app's own pages: what publishing would find in a line of text, with offsets into it. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  findMentions: (text: string): Mention[] =>
    findMentions(text, {
      format: 'plain',
      cashtags: strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`).cashtags,
    }),
});
