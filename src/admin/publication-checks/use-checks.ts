import { useDebounce, useForm } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { usePublicationChecksQuery } from './checks-api';
import { formQuestion, type FormModel } from './form-question';

/** How long the form must stay unchanged before it is checked, in milliseconds. */
const PAUSE_MS = 400;

export interface CheckedForm {
  documentId: string | undefined;
  locale: string | undefined;
  contentType: FormModel;
}

/** The checks of the form while an editor types. Panels that send the same request share its answer. */
export const useChecks = ({ documentId, locale, contentType }: CheckedForm) => {
  const values = useForm('useChecks', (form) => form.values) as Record<string, unknown>;
  const settled = useDebounce(values, PAUSE_MS);
  const question = useMemo(
    () => formQuestion(settled, contentType, documentId, locale),
    [settled, contentType, documentId, locale],
  );
  return { ...usePublicationChecksQuery(question), isSettled: settled === values };
};
