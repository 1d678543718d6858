import type { Core } from '@strapi/strapi';
import { createQuoteDesk, loadProvider } from '../providers';
import { createUsageLedger } from '../store/usage-ledger';
import type { PluginConfig } from '../config/schema';
import { PLUGIN } from '../plugin-names';

/** The configured providers behind one desk, which shares and caches what is asked of them. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { provider, fallback, variables, visitorShare } = strapi.config.get<PluginConfig>(
    `plugin::${PLUGIN}`,
  );
  const appRoot = strapi.dirs.app.root;
  /** What an app calls an option: the variable that sets it, where it names one. */
  const nameOf = (option: string): string => variables[option] ?? option;
  const first = loadProvider({ ...provider, appRoot }, nameOf('provider.name'));
  const second = fallback ? loadProvider({ ...fallback, appRoot }, nameOf('fallback.name')) : undefined;
  const ledger = createUsageLedger(strapi);
  return {
    provider: first,
    fallback: second,
    desk: createQuoteDesk({
      provider: first,
      fallback: second,
      ledger,
      visitorShare: visitorShare / 100,
    }),
  };
};
