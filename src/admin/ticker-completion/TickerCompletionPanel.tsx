import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useText } from '../text/use-text';
import { TickerCompletion } from './TickerCompletion';

/** The panel of a ticker's form that offers to fill in its empty fields. */
export const TickerCompletionPanel: PanelComponent = ({ model }) => {
  const text = useText();
  if (model !== 'api::ticker.ticker') return null;
  return { title: text('completion'), content: <TickerCompletion /> };
};
