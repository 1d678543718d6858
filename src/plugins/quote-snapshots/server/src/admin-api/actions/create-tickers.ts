import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { formatInstrument, type Instrument } from '../../instruments/instrument';
import { pluginContext } from '../../plugin-context';
import { refused, type Refusal } from '../../reasons/refused';
import { addTicker, mayAddTicker, type AddedTicker } from '../add-ticker';
import type { AdminContext } from '../admin-context';
import { parseRequest, tickersBody } from '../request-bodies';
import { requestedInstrument } from '../requested-instrument';

/** How long an editor who has clicked waits for what the provider knows, in milliseconds. */
const ANSWER_WITHIN_MS = 5_000;

interface Added {
  instrument: string;
  ticker: AddedTicker | null;
  /** Why there is no ticker: what the app's own checks say. */
  error: string | null;
  /** The same for the admin UI to word, where it is no check of the app's. */
  refusal: Refusal | null;
}

/** What an editor may be told: a refusal of the app's own checks. Anything else is a fault, and goes to the log alone. */
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
 * `POST /tickers/add-all`: adds the tickers of several instruments, and their companies. What one of them is refused for keeps none
 * of the others back; the answer tells of each.
 */
export const createTickers = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const context = pluginContext(strapi);
  const { instruments: texts, companyNames = {} } = parseRequest(tickersBody, ctx.request.body);
  const instruments = texts.map(requestedInstrument);
  const printed = new Map(Object.entries(companyNames));
  const { userAbility: ability, user } = ctx.state;
  if (!mayAddTicker(strapi, context.directory, ability))
    throw new errors.PolicyError('Your role may not add tickers.', refused('adding-not-allowed'));
  // One request for all of them: each is then added from what the desk has just learned.
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
