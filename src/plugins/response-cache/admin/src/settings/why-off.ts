import type { Status } from '../api/status';

/** Why nothing is cached, as a key of the translations with its values; undefined where something is. */
export const whyOff = ({ reason, offBy }: Pick<Status, 'reason' | 'offBy'>) => {
  switch (offBy) {
    case 'configuration':
      return { key: 'state.off.configuration' as const, values: {} };
    case 'shadow':
      return { key: 'state.off.shadow' as const, values: {} };
    case 'middlewares':
      // The server's words end with their names.
      return { key: 'state.off.middlewares' as const, values: { names: reason?.split(': ').at(-1) ?? '' } };
    case null:
      // What the database says.
      return reason === null ? undefined : { key: 'state.reason' as const, values: { reason } };
  }
};
