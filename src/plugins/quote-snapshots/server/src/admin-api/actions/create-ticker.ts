import type { Core } from '@strapi/strapi';
import { pluginServices } from '../../services/plugin-services';
import { addTicker } from '../add-ticker';
import type { AdminContext } from '../admin-context';
import { parseRequest, tickerBody } from '../request-bodies';
import { requestedInstrument } from '../requested-instrument';

/** `POST /tickers`: adds a ticker, and its company, as the provider knows them. */
export const createTicker = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const instrument = requestedInstrument(parseRequest(tickerBody, ctx.request.body).instrument);
  const { capture, quotes } = pluginServices(strapi);
  const { userAbility: ability, user } = ctx.state;
  ctx.body = {
    data: await addTicker(strapi, { directory: capture.directory, desk: quotes.desk }, instrument, {
      ability,
      userId: user.id,
    }),
  };
};
