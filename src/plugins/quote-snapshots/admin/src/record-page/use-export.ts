import { useFetchClient, useNotification } from '@strapi/admin/strapi-admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { writeView, type RecordView } from '../links/record-filter';
import { useText } from '../text/use-text';

/** Hands a file to the browser, as a click on a link to it would. */
const save = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** Downloads all that a view of the record shows, on all of its pages, as CSV. */
export const useExport = ({ filter, order }: RecordView) => {
  const { get } = useFetchClient();
  const { locale } = useIntl();
  const { toggleNotification } = useNotification();
  const text = useText();
  const [isBusy, setBusy] = useState(false);

  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      const params = { ...writeView({ filter, order, page: 1 }), language: locale };
      const { data } = await get<Blob>('/quote-snapshots/record.csv', { params, responseType: 'blob' });
      save(data, 'quotes.csv');
    } catch {
      // Of an answer that is to be a file, Strapi's client keeps no more than that it failed. The page says why.
      toggleNotification({ type: 'danger', message: text('record.exportFailed') });
    } finally {
      setBusy(false);
    }
  };
  return { download, isBusy };
};
