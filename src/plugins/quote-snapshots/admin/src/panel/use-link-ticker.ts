import { useCallback, useRef } from 'react';
import type { TickerLink } from '../api/answers';
import { newRelationItem, removedRelationItem, type RelationItem } from '../strapi/relation-item';
import { useChangeField, useFormValues } from '../strapi/use-edited-form';

interface Relation {
  connect?: RelationItem[];
  disconnect?: { id: number }[];
}

/**
 * Links tickers to the document in the form, and removes links, as the relation's own field does. The panel uses them at once. They
 * are saved with the form.
 *
 * @param attribute the relation to tickers; null if the content type has none
 */
export const useLinkTicker = (attribute: string | null) => {
  const values = useFormValues();
  const onChange = useChangeField();
  const relation = useRef<Relation>({});
  relation.current = (attribute ? (values[attribute] as Relation | undefined) : undefined) ?? {};

  const link = useCallback(
    (
      { id, documentId }: TickerLink,
      { symbol, instrument }: { symbol: string; instrument: string },
    ): void => {
      if (!attribute) return;
      const { connect = [], disconnect = [] } = relation.current;
      if (disconnect.some((item) => item.id === id)) {
        onChange(
          `${attribute}.disconnect`,
          disconnect.filter((item) => item.id !== id),
        );
        return;
      }
      if (connect.some((item) => item.id === id)) return;
      const item = newRelationItem(connect, { id, documentId }, { symbol, label: instrument });
      onChange(`${attribute}.connect`, [...connect, item]);
    },
    [attribute, onChange],
  );

  const unlink = useCallback(
    ({ id, documentId }: TickerLink, isSaved: boolean): void => {
      if (!attribute) return;
      const { connect = [], disconnect = [] } = relation.current;
      if (connect.some((item) => item.id === id)) {
        onChange(
          `${attribute}.connect`,
          connect.filter((item) => item.id !== id),
        );
      } else if (isSaved && !disconnect.some((item) => item.id === id)) {
        onChange(`${attribute}.disconnect`, [...disconnect, removedRelationItem({ id, documentId })]);
      }
    },
    [attribute, onChange],
  );
  return { link, unlink };
};
