import type { Core } from '@strapi/strapi';
import { createQuoteDesk, loadProvider } from '../providers';
import { createUsageLedger } from '../capture/usage-ledger';
import type { PluginConfig } from '../config/schema';
import { PLUGIN } from '../plugin-names';

/** The configured providers behind one desk, which shares and caches what is asked of them. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { provider, fallback } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`);
  const first = loadProvider(provider, 'QUOTES_PROVIDER');
  const second = fallback ? loadProvider(fallback, 'QUOTES_FALLBACK') : undefined;
  const ledger = createUsageLedger(strapi);
  return {
    provider: first,
    fallback: second,
    desk: createQuoteDesk({ provider: first, fallback: second, ledger }),
  };
};
