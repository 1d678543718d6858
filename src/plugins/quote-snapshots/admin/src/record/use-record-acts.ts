import { useAPIErrorHandler, useNotification } from '@strapi/admin/strapi-admin';
import { useRecaptureMutation, useTryAgainMutation, useVoidSnapshotMutation } from '../api/quotes-api';
import { useText, type TextKey } from '../text/use-text';

type Outcome = { data: unknown } | { error: unknown };

/** Recapture, void and try again. Each shows a notice of its result, and returns whether it succeeded. */
export const useRecordActs = () => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [recapture] = useRecaptureMutation();
  const [voidSnapshot] = useVoidSnapshotMutation();
  const [tryAgain, { isLoading: isTrying }] = useTryAgainMutation();

  const tell = (outcome: Outcome, done: TextKey): boolean => {
    if ('error' in outcome) {
      const message = formatAPIError(outcome.error as Parameters<typeof formatAPIError>[0]);
      toggleNotification({ type: 'danger', message });
      return false;
    }
    toggleNotification({ type: 'success', message: text(done) });
    return true;
  };
  return {
    recapture: async (snapshot: string, reason: string) =>
      tell(await recapture({ snapshot, reason }), 'recapture.done'),
    void: async (snapshot: string, reason: string) =>
      tell(await voidSnapshot({ snapshot, reason }), 'void.done'),
    tryAgain: async (snapshot: string) => tell(await tryAgain(snapshot), 'tryAgain.done'),
    isTrying,
  };
};
