import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
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

/**
 * Downloads the acts of one article, in all its locales, as CSV. A plain link would be answered with 401, because the admin sends its
 * token in a header.
 */
export const useActsExport = () => {
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const text = useText();
  const [isBusy, setBusy] = useState(false);

  const download = async (documentId: string): Promise<void> => {
    setBusy(true);
    try {
      const address = `/newsroom/articles/${encodeURIComponent(documentId)}/acts.csv`;
      const { data } = await get<Blob>(address, { responseType: 'blob' });
      save(data, `acts-${documentId}.csv`);
    } catch {
      // For an answer that should be a file, Strapi's client keeps only the fact that it failed.
      toggleNotification({ type: 'danger', message: text('records.downloadFailed') });
    } finally {
      setBusy(false);
    }
  };
  return { download, isBusy };
};
