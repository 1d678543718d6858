import type { Core } from '@strapi/strapi';
import type { InstrumentsService } from '../api';
import { exchangeLabel } from '../detection';
import { formatInstrument } from '../instruments/instrument';
import { pluginContext } from '../plugin-context';
import { sanitizeText } from '../providers/market-data/sanitize-text';

/** How long a user who clicked waits, in milliseconds. */
const ANSWER_WITHIN_MS = 5_000;

export default ({ strapi }: { strapi: Core.Strapi }): InstrumentsService => ({
  async describe(instrument) {
    const answers = await pluginContext(strapi).desk.getQuotes([instrument], { timeoutMs: ANSWER_WITHIN_MS });
    const answer = answers.get(formatInstrument(instrument));
    if (!answer) return { failure: 'timeout' };
    if ('failure' in answer) return { failure: answer.failure.code };
    const { name, exchange, currency } = answer.quote;
    return { name, exchange: exchangeLabel(instrument.mic) ?? sanitizeText(exchange), currency };
  },
});
