import type { Core } from '@strapi/strapi';
import { countMissing } from '../worker/sweep-publications';
import { pluginServices } from './plugin-services';

/** What an operator wants to know: what waits, what failed, and how the providers are doing. Holds no key. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async read() {
    const { capture, quotes } = pluginServices(strapi);
    const [summary, [first, fallback], unrecorded] = await Promise.all([
      capture.store.summary(),
      quotes.desk.health(),
      countMissing(strapi),
    ]);
    return {
      ...summary,
      /** Publications that were found without their quotes, and are left so. */
      unrecorded,
      providers: [
        ...(first ? [{ ...first, role: 'first' as const }] : []),
        ...(fallback ? [{ ...fallback, role: 'fallback' as const }] : []),
      ],
    };
  },
});
