import { useNotification } from '@strapi/admin/strapi-admin';
import type { Snapshot } from '../api/answers';
import { useRecaptureMutation, useTryAgainMutation, useVoidSnapshotMutation } from '../api/quotes-api';
import { formatPrice } from '../figures/format-figures';
import { useErrorText } from '../text/use-error-text';
import { useReason } from '../text/use-reason';
import { useText } from '../text/use-text';

type Outcome = { data: unknown } | { error: unknown };

/**
 * Capturing again, voiding and trying again. Each shows a notice with the result, and returns whether it succeeded.
 *
 * @param locale for the format of figures
 */
export const useRecordActs = (locale: string) => {
  const text = useText();
  const inWords = useReason();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const [recapture] = useRecaptureMutation();
  const [voidSnapshot] = useVoidSnapshotMutation();
  const [tryAgain, { isLoading: isTrying }] = useTryAgainMutation();

  const refused = (outcome: Outcome): boolean => {
    if (!('error' in outcome)) return false;
    toggleNotification({ type: 'danger', message: errorText(outcome.error) });
    return true;
  };
  const tell = (outcome: Outcome, message: string): boolean => {
    if (refused(outcome)) return false;
    toggleNotification({ type: 'success', message });
    return true;
  };
  /** Shows the result of trying again to capture a quote. */
  const tellAttempt = (listing: string, row: Snapshot): void => {
    const { state, price, currency, priceDecimals } = row;
    if (state === 'captured' && price !== null) {
      const figure = formatPrice(locale, price, currency, priceDecimals);
      toggleNotification({
        type: 'success',
        message: text('tryAgain.captured', { listing, price: figure }),
      });
      return;
    }
    const key = state === 'pending' ? 'tryAgain.waiting' : 'tryAgain.failed';
    toggleNotification({ type: 'warning', message: text(key, { listing, reason: inWords(row) ?? '' }) });
  };
  return {
    recapture: async (snapshot: string, reason: string) =>
      tell(await recapture({ snapshot, reason }), text('recapture.done')),
    void: async (snapshot: string, reason: string) =>
      tell(await voidSnapshot({ snapshot, reason }), text('void.done')),
    tryAgain: async (snapshot: string, listing: string) => {
      const outcome = await tryAgain(snapshot);
      if (!refused(outcome) && 'data' in outcome && outcome.data) tellAttempt(listing, outcome.data.data);
    },
    isTrying,
  };
};
