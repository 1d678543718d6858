import { useDebounce, useForm } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { usePublicationChecksQuery } from './checks-api';
import { formQuestion, type FormModel } from './form-question';

/** How long the form has to stay unchanged before it is checked. */
const PAUSE_MS = 400;

export interface CheckedForm {
  documentId: string | undefined;
  locale: string | undefined;
  contentType: FormModel;
}

/** What the newsroom says of the form, asked while an editor types. Panels that ask the same share one request. */
export const useChecks = ({ documentId, locale, contentType }: CheckedForm) => {
  const values = useForm('useChecks', (form) => form.values) as Record<string, unknown>;
  const settled = useDebounce(values, PAUSE_MS);
  const question = useMemo(
    () => formQuestion(settled, contentType, documentId, locale),
    [settled, contentType, documentId, locale],
  );
  return { ...usePublicationChecksQuery(question), isSettled: settled === values };
};
