import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useText, type TextKey } from '../text/use-text';
import type { ShownFigure } from './publications';

const STATES: Readonly<Record<string, TextKey>> = {
  pending: 'figure.pending',
  unavailable: 'figure.unavailable',
  voided: 'figure.voided',
};

/** Words a figure that readers were shown, in the user's language: “NASDAQ: MSFT 480.00 USD, Nov 27, 2026, 4:59 AM”. */
export const useFigureText = () => {
  const text = useText();
  const { formatNumber, formatDate } = useIntl();
  return useCallback(
    ({ instrument, exchange, symbol, state, price, currency, quotedAt }: ShownFigure): string => {
      const listing = exchange && symbol ? `${exchange}: ${symbol}` : instrument;
      const word = STATES[state ?? ''];
      const figure =
        price === null
          ? []
          : [
              `${formatNumber(price, { minimumFractionDigits: 2, maximumFractionDigits: 6 })} ${currency ?? ''}`.trim(),
              ...(quotedAt ? [formatDate(quotedAt, { dateStyle: 'medium', timeStyle: 'short' })] : []),
            ];
      const said = [...figure, ...(word ? [text(word)] : [])];
      return `${listing} ${said.length > 0 ? said.join(', ') : '–'}`;
    },
    [text, formatNumber, formatDate],
  );
};
