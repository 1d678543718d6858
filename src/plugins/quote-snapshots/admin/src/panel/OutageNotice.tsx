import { useSyncExternalStore } from 'react';
import { OutageBanner } from './OutageBanner';
import { outlookApi } from '../outlook/outlook';

/**
 * For other panels of an edit view: `app.getPlugin('quote-snapshots').apis.OutageNotice` renders the panel's notice about a
 * provider that does not answer, and nothing if the provider answers.
 */
export const OutageNotice = () => {
  const { outage } = useSyncExternalStore(outlookApi.subscribe, outlookApi.read);
  return outage && <OutageBanner {...outage} />;
};
