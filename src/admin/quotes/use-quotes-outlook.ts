import { useStrapiApp } from '@strapi/strapi/admin';
import { useSyncExternalStore } from 'react';
import { NO_QUOTES, type OutlookApi, type QuotesOutlook } from './quotes-outlook';

/** The listings of the edited article that lack a quote, and a function that shows the row of one. */
export const useQuotesOutlook = (): QuotesOutlook & Pick<OutlookApi, 'show'> => {
  const plugins = useStrapiApp('useQuotesOutlook', ({ plugins: all }) => all);
  const api =
    (plugins['quote-snapshots']?.apis as { outlook?: OutlookApi } | undefined)?.outlook ?? NO_QUOTES;
  return { ...useSyncExternalStore(api.subscribe, api.read), show: api.show };
};
