import { useDebounce, useFetchClient } from '@strapi/admin/strapi-admin';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftPreview } from '../api/answers';
import { useFormValues } from '../strapi/use-edited-form';
import { refusalOf } from '../text/refusal-of';
import { useRefusalText } from '../text/use-refusal-text';
import { changedLinks, textOfForm, type FormModel } from './text-of-form';

/** How long an editor must stop typing before a request is sent, in milliseconds. */
const PAUSE_MS = 400;

export interface DraftPlace {
  model: string;
  documentId: string | undefined;
  locale: string | undefined;
  contentType: FormModel;
  /** Changes when the document is saved or published, because publishing would then keep other snapshots. */
  version: string;
}

interface State {
  preview: DraftPreview | undefined;
  /** True from a change in the form until its answer has arrived. */
  isBehind: boolean;
  /** Why the request failed, in the user's language; empty if the server did not refuse it. */
  error: string | undefined;
  again(): void;
}

/**
 * What publishing the present form would do. The request is sent after a pause in typing, and a request for an older text is
 * cancelled. The old answer stays until the new one arrives, so that nothing flickers.
 */
export const useDraftPreview = ({ model, documentId, locale, contentType, version }: DraftPlace): State => {
  const { post } = useFetchClient();
  const refusalText = useRefusalText();
  const values = useFormValues();
  const attribute = useRef<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{ preview?: DraftPreview; error?: string; asked?: string }>({});

  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const settled = useDebounce(values, PAUSE_MS);
  // Compared as text, so that changes elsewhere in the form send no request.
  const question = useMemo(() => {
    const tickers = attribute.current ?? guessTickers(settled);
    return JSON.stringify({
      model,
      documentId,
      locale,
      entry: textOfForm(settled, contentType),
      ...changedLinks(tickers ? settled[tickers] : undefined),
    });
    // The first answer names the attribute. Until then it is guessed by its name.
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
        const refusal = refusalOf(error);
        const why = refusal ? refusalText(refusal) : '';
        setState((before) => ({ ...before, error: why, asked: question }));
      }
    };
    void ask();
    return () => abort.abort();
  }, [post, question, version, attempt, refusalText]);

  return {
    preview: state.preview,
    isBehind: state.asked !== question || settled !== values,
    error: state.error,
    again,
  };
};

/** The relation to tickers until the server has named it: the attribute "tickers", if there is one. */
const guessTickers = (values: Record<string, unknown>): string | null =>
  'tickers' in values ? 'tickers' : null;
