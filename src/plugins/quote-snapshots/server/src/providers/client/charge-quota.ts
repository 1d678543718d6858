import type { Instrument } from '../../instruments/instrument';
import { failure } from '../market-data/failure';
import type { QuoteFailure } from '../market-data/quote';
import type { QuoteRequest } from './quote-provider';

/**
 * Counts one more HTTP request to the vendor. Adapters call it before every request that they send, because a split batch or a
 * second attempt uses quota too.
 *
 * @param instruments the instruments of this HTTP request
 * @returns undefined if the request may be sent, otherwise the failure for these instruments
 */
export const chargeQuota = async (
  { chargeQuota: charge }: Pick<QuoteRequest, 'chargeQuota'>,
  instruments: readonly Instrument[],
): Promise<QuoteFailure | undefined> =>
  charge === undefined || (await charge(instruments))
    ? undefined
    : failure('quota', 'The quota of the provider is used up for now.');
