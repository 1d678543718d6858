import type { Core } from '@strapi/strapi';
import { pluginContext } from '../../plugin-context';
import { addTicker } from '../add-ticker';
import type { AdminContext } from '../admin-context';
import { parseRequest, tickerBody } from '../request-bodies';
import { requestedInstrument } from '../requested-instrument';

/** `POST /tickers`: adds a ticker, and its company, with the provider's data. */
export const createTicker = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const given = parseRequest(tickerBody, ctx.request.body);
  const wanted = {
    instrument: requestedInstrument(given.instrument),
    printed: given.companyName ?? null,
  };
  const { userAbility: ability, user } = ctx.state;
  ctx.body = {
    data: await addTicker(strapi, pluginContext(strapi), wanted, {
      ability,
      userId: user.id,
    }),
  };
};
