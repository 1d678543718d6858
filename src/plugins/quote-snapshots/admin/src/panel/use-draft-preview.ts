import { isFetchError, useDebounce, useFetchClient } from '@strapi/admin/strapi-admin';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftPreview } from '../api/answers';
import { useFormValues } from '../strapi/use-edited-form';
import { changedLinks, textOfForm, type FormModel } from './text-of-form';

/** A pause in typing that is long enough to be one. */
const PAUSE_MS = 400;

export interface DraftPlace {
  model: string;
  documentId: string | undefined;
  locale: string | undefined;
  contentType: FormModel;
  /** Changes when the document was saved or published: what is kept then is another matter. */
  version: string;
}

interface State {
  preview: DraftPreview | undefined;
  /** True from the moment of a change until its answer is there. */
  isBehind: boolean;
  error: string | undefined;
  again(): void;
}

/**
 * What publishing the form as it stands would do, kept up with the typing: after a pause, and with the request of an
 * older text given up. While a new answer is awaited the old one stays, so that nothing flickers.
 */
export const useDraftPreview = ({ model, documentId, locale, contentType, version }: DraftPlace): State => {
  const { post } = useFetchClient();
  const values = useFormValues();
  const attribute = useRef<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{ preview?: DraftPreview; error?: string; asked?: string }>({});

  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const settled = useDebounce(values, PAUSE_MS);
  // As text, so that a change of anything else in the form asks for nothing.
  const question = useMemo(() => {
    const tickers = attribute.current ?? guessTickers(settled);
    return JSON.stringify({
      model,
      documentId,
      locale,
      entry: textOfForm(settled, contentType),
      ...changedLinks(tickers ? settled[tickers] : undefined),
    });
    // The attribute is known once the first answer is there; links made before that are guessed by name.
  }, [settled, model, documentId, locale, contentType]);

  useEffect(() => {
    const abort = new AbortController();
    const ask = async () => {
      try {
        const { data } = await post<DraftPreview>('/quote-snapshots/preview', JSON.parse(question), {
          signal: abort.signal,
        });
        attribute.current = data.meta.tickersAttribute;
        setState({ preview: data, asked: question });
      } catch (error) {
        if (abort.signal.aborted) return;
        const message = isFetchError(error) ? error.message : String(error);
        setState((before) => ({ ...before, error: message, asked: question }));
      }
    };
    void ask();
    return () => abort.abort();
  }, [post, question, version, attempt]);

  return {
    preview: state.preview,
    isBehind: state.asked !== question || settled !== values,
    error: state.error,
    again,
  };
};

/** Before the server has said which relation leads to tickers: the one of that name, if there is one. */
const guessTickers = (values: Record<string, unknown>): string | null =>
  'tickers' in values ? 'tickers' : null;
