import { useSyncExternalStore } from 'react';
import { OutageBanner } from './OutageBanner';
import { outlookApi } from '../outlook/outlook';

/**
 * For other panels of an edit view: `app.getPlugin('quote-snapshots').apis.OutageNotice` draws what the panel says of a provider
 * that does not answer, and nothing where it answers.
 */
export const OutageNotice = () => {
  const { outage } = useSyncExternalStore(outlookApi.subscribe, outlookApi.read);
  return outage && <OutageBanner {...outage} />;
};
