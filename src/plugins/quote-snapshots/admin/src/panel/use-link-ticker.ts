import { useCallback } from 'react';
import type { ListingChoice, TickerLink } from '../api/answers';
import { newRelationItem, type RelationItem } from '../strapi/relation-item';
import { useChangeField, useFormValues } from '../strapi/use-edited-form';

/**
 * Links a ticker to the document in the form, as choosing it in the relation's own field does. The panel uses
 * it at once; it is saved together with the form.
 *
 * @param attribute the relation to tickers; null where the content type has none
 */
export const useLinkTicker = (attribute: string | null) => {
  const values = useFormValues();
  const onChange = useChangeField();
  const value = attribute ? (values[attribute] as { connect?: RelationItem[] } | undefined) : undefined;
  const connect = value?.connect;

  return useCallback(
    ({ id, documentId }: TickerLink, { symbol, instrument }: ListingChoice): void => {
      if (!attribute) return;
      const items = connect ?? [];
      if (items.some((item) => item.id === id)) return;
      const item = newRelationItem(items, { id, documentId }, { symbol, label: instrument });
      onChange(`${attribute}.connect`, [...items, item]);
    },
    [attribute, connect, onChange],
  );
};
