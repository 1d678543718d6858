import type { Core } from '@strapi/strapi';
import type { DetectionService } from '../api';
import { findMentions } from '../detection';
import { pluginContext } from '../plugin-context';

export default ({ strapi }: { strapi: Core.Strapi }): DetectionService => ({
  findMentions: (text) =>
    findMentions(text, { format: 'plain', cashtags: pluginContext(strapi).config.cashtags }),
});
