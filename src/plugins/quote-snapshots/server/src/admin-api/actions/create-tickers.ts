import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { pluginContext } from '../../plugin-context';
import { refused, type Refusal } from '../../reasons/refused';
import { addTicker, mayAddTicker, type AddedTicker } from '../add-ticker';
import type { AdminContext } from '../admin-context';
import { parseRequest, tickersBody } from '../request-bodies';
import { requestedInstrument } from '../requested-instrument';

/** How long the editor who clicked waits for the provider's answer, in milliseconds. */
const ANSWER_WITHIN_MS = 5_000;

interface Added {
  instrument: string;
  ticker: AddedTicker | null;
  /** Why there is no ticker: the message of the app's own check. */
  error: string | null;
  /** The same as a code for the admin UI, if it is not a check of the app. */
  refusal: Refusal | null;
}

/** The message of a refusal by the app's own checks, which the editor may see. Any other error is a fault and is only logged. */
const refusal = (
  strapi: Core.Strapi,
  instrument: Instrument,
  error: unknown,
): Pick<Added, 'error' | 'refusal'> => {
  if (error instanceof errors.ApplicationError) return { error: error.message, refusal: null };
  strapi.log.error(
    `quote-snapshots: the ticker ${formatInstrument(instrument)} was not added: ${String(error)}`,
  );
  return {
    error: 'The ticker could not be added. The log of the server says why.',
    ...refused('adding-failed'),
  };
};

/**
 * `POST /tickers/add-all`: adds the tickers of several instruments, and their companies. If one is refused, the others are still
 * added. The answer has the result for each.
 */
export const createTickers = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const context = pluginContext(strapi);
  const { instruments: texts, companyNames = {} } = parseRequest(tickersBody, ctx.request.body);
  const instruments = texts.map(requestedInstrument);
  const printed = new Map(Object.entries(companyNames));
  const { userAbility: ability, user } = ctx.state;
  if (!mayAddTicker(strapi, context.directory, ability))
    throw new errors.PolicyError('Your role may not add tickers.', refused('adding-not-allowed'));
  // One request for all of them. Each ticker is then added with the quote that the desk has cached.
  await context.desk.getQuotes(instruments, { timeoutMs: ANSWER_WITHIN_MS });
  const data: Added[] = [];
  for (const instrument of instruments) {
    const key = formatInstrument(instrument);
    try {
      const ticker = await addTicker(
        strapi,
        context,
        { instrument, printed: printed.get(key) ?? null },
        { ability, userId: user.id },
      );
      data.push({ instrument: key, ticker, error: null, refusal: null });
    } catch (error) {
      data.push({ instrument: key, ticker: null, ...refusal(strapi, instrument, error) });
    }
  }
  ctx.body = { data };
};
