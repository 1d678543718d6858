import { useStrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';

/** What the plugin `quote-snapshots` says of a provider that does not answer; nothing where the plugin is switched off. */
export const QuotesOutage = () => {
  const plugins = useStrapiApp('QuotesOutage', ({ plugins: all }) => all);
  const Notice = (plugins['quote-snapshots']?.apis as { OutageNotice?: ComponentType } | undefined)
    ?.OutageNotice;
  return Notice ? <Notice /> : null;
};
