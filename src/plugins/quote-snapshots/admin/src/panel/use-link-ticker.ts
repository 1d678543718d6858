import { useForm } from '@strapi/admin/strapi-admin';
import { generateKeyBetween } from 'fractional-indexing';
import { useCallback } from 'react';
import type { ListingChoice, TickerLink } from '../api/answers';

/**
 * Strapi orders the items of a relation by keys of fractional indexing. Those of saved items start with "a" or "b"
 * up to some thousands of them: new ones come after.
 */
const AFTER_SAVED_ITEMS = 'c000';

interface RelationItem {
  id: number;
  __temp_key__: string;
}

/**
 * Links a ticker to the document in the form, as choosing it in the relation's own field does: it counts at once, and
 * is saved with the rest.
 *
 * @param attribute the relation to tickers; null where the content type has none
 */
export const useLinkTicker = (attribute: string | null) => {
  const values = useForm('QuotesPanel', (form) => form.values) as Record<string, unknown>;
  const onChange = useForm('QuotesPanel', (form) => form.onChange);
  const value = attribute ? (values[attribute] as { connect?: RelationItem[] } | undefined) : undefined;
  const connect = value?.connect;

  return useCallback(
    ({ id, documentId }: TickerLink, { symbol, instrument }: ListingChoice): void => {
      if (!attribute) return;
      const items = connect ?? [];
      if (items.some((item) => item.id === id)) return;
      const last = items
        .map((item) => item.__temp_key__)
        .sort()
        .at(-1);
      const item = {
        id,
        apiData: { id, documentId, isTemporary: true },
        __temp_key__: generateKeyBetween(last && last > AFTER_SAVED_ITEMS ? last : AFTER_SAVED_ITEMS, null),
        symbol,
        label: instrument,
      };
      onChange(`${attribute}.connect`, [...items, item]);
    },
    [attribute, connect, onChange],
  );
};
