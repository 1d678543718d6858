import { useForm } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { onRefusal } from '../refusals/refusal-events';
import { changedWords } from './changed-words';

type Values = Readonly<Record<string, unknown>>;

/** For how long after a refusal the form is taken to be filled because of it, in milliseconds. */
const READ_AGAIN_MS = 10_000;

/**
 * Keeps what an editor has written in a form that is refused because a colleague has published meanwhile. Strapi reads the document again
 * after a refusal, and where it is not what the form was opened with, fills the form with it: the editor's words would be gone. What
 * the form said of its change is not kept, so that it is asked for anew.
 *
 * Leans on: the form's `initialValues`, which are replaced together with its `values`, and `setValues`. Noticed: compliance.spec.ts.
 */
export const useKeptWords = (): void => {
  const values = useForm('KeptWords', (form) => form.values) as Values;
  const opened = useForm('KeptWords', (form) => form.initialValues) as Values;
  const setValues = useForm('KeptWords', (form) => form.setValues);
  const before = useRef({ values, opened });
  const refusedAt = useRef(-Infinity);
  useEffect(
    () =>
      onRefusal((codes) => {
        if (codes.includes('changeSaidAlready')) refusedAt.current = performance.now();
      }),
    [],
  );
  useEffect(() => {
    const last = before.current;
    before.current = { values, opened };
    const isOfRefusal = performance.now() - refusedAt.current < READ_AGAIN_MS;
    if (!isOfRefusal || last.opened === opened) return;
    refusedAt.current = -Infinity;
    setValues({ ...values, ...changedWords(last.values, last.opened) });
  }, [values, opened, setValues]);
};
