import type { Status } from '../api/status';

/** Why nothing is cached, as a translation key with its values; undefined if the cache is on. */
export const whyOff = ({ reason, offBy }: Pick<Status, 'reason' | 'offBy'>) => {
  switch (offBy) {
    case 'configuration':
      return { key: 'state.off.configuration' as const, values: {} };
    case 'shadow':
      return { key: 'state.off.shadow' as const, values: {} };
    case 'middlewares':
      // The server's message ends with the names.
      return { key: 'state.off.middlewares' as const, values: { names: reason?.split(': ').at(-1) ?? '' } };
    case null:
      // The database's own message.
      return reason === null ? undefined : { key: 'state.reason' as const, values: { reason } };
  }
};
