import { readEntity } from './html-entities';
import { readTag } from './html-tags';
import { NormalizedTextBuilder, type NormalizedText } from './normalized-text';

const [LESS_THAN, AMPERSAND] = [60, 38];

/**
 * The text of HTML as its reader sees it: without tags, comments, scripts and code, with decoded entities, and with blank lines
 * between blocks.
 */
export const normalizeHtml = (html: string): NormalizedText => {
  const builder = new NormalizedTextBuilder(html);
  for (let at = 0; at < html.length; ) {
    const code = html.charCodeAt(at);
    const markup =
      code === LESS_THAN ? readTag(html, at) : code === AMPERSAND ? readEntity(html, at) : undefined;
    if (markup) builder.put(markup.put, at);
    else builder.copy(at, at + 1);
    at = markup?.next ?? at + 1;
  }
  return builder.build();
};
