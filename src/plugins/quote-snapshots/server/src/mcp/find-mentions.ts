import { z } from '@strapi/utils';
import { findMentions } from '../detection';
import { pluginContext } from '../plugin-context';
import { answerWith } from './tool-answer';
import { defineTool } from './define-tool';

/** Longer than any article. Detection takes time in proportion to the length. */
const LONGEST_TEXT = 200_000;

/** `quotes_find_mentions`: the mentions that publishing would find in a text. */
export const findMentionsTool = defineTool({
  name: 'quotes_find_mentions',
  title: 'Quotes: find mentions of listings in a text',
  description:
    'Finds the listings that a plain text names, as publishing would: (NASDAQ: MSFT), (TSX/NYSE: SHOP). Each has its ' +
    'symbol, its market (ISO 10383) or the markets that it may mean, and its offsets in the text. Writes nothing.',
  input: z.strictObject({ text: z.string().min(1).max(LONGEST_TEXT) }),
  run: (strapi, _caller, { text }) => {
    const { cashtags } = pluginContext(strapi).config;
    return Promise.resolve(answerWith(findMentions(text, { format: 'plain', cashtags })));
  },
});
