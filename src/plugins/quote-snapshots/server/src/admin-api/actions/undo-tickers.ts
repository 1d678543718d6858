import type { Core } from '@strapi/strapi';
import { pluginContext } from '../../plugin-context';
import type { AdminContext } from '../admin-context';
import { parseRequest, undoBody } from '../request-bodies';
import { undoTicker } from '../undo-ticker';

/** `POST /tickers/undo`: deletes tickers that the user has just added. The answer says for each whether it was deleted. */
export const undoTickers = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const { directory } = pluginContext(strapi);
  const { tickers } = parseRequest(undoBody, ctx.request.body);
  const data: { ticker: string; undone: boolean }[] = [];
  for (const ticker of tickers)
    data.push({ ticker, undone: await undoTicker(strapi, directory, ticker, ctx.state.user.id) });
  ctx.body = { data };
};
