import { useFetchClient, useNotification } from '@strapi/admin/strapi-admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { writeView, type RecordView } from '../links/record-filter';
import { useText } from '../text/use-text';

/** Saves a file as if the user had clicked a link to it. */
const save = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** Downloads all pages of a view of the record as CSV. */
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
      // For an answer that should be a file, Strapi's client keeps only the fact that it failed. The page itself shows the reason.
      toggleNotification({ type: 'danger', message: text('record.exportFailed') });
    } finally {
      setBusy(false);
    }
  };
  return { download, isBusy };
};
