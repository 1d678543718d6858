import { useStrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';

/** The notice of the plugin `quote-snapshots` that the provider does not answer. Renders nothing if the plugin is switched off. */
export const QuotesOutage = () => {
  const plugins = useStrapiApp('QuotesOutage', ({ plugins: all }) => all);
  const Notice = (plugins['quote-snapshots']?.apis as { OutageNotice?: ComponentType } | undefined)
    ?.OutageNotice;
  return Notice ? <Notice /> : null;
};
