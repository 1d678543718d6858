import type { Newsroom } from './newsroom';

/** Has the newsroom write no log for a while: what a test refuses on purpose would fill pages. */
export const silenceLog = ({ strapi }: Newsroom, silent: boolean): void => {
  for (const transport of strapi.log.transports) transport.silent = silent;
};
