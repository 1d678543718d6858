import { useAPIErrorHandler } from '@strapi/admin/strapi-admin';
import { useCallback } from 'react';
import { refusalOf } from './refusal-of';
import { useRefusalText } from './use-refusal-text';

/** Why a request failed: a refusal by the plugin in the user's language, or any other error as Strapi words it. */
export const useErrorText = () => {
  const refusalText = useRefusalText();
  const { formatAPIError } = useAPIErrorHandler();
  return useCallback(
    (error: unknown): string => {
      const refusal = refusalOf(error);
      return refusal ? refusalText(refusal) : formatAPIError(error as Parameters<typeof formatAPIError>[0]);
    },
    [refusalText, formatAPIError],
  );
};
