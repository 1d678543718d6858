import { readEntity } from './html-entities';
import { readTag } from './html-tags';
import { NormalizedTextBuilder, type NormalizedText } from './normalized-text';

const [LESS_THAN, AMPERSAND] = [60, 38];

/** HTML as a reader sees it: no tags, comments, scripts or code; entities decoded; blocks apart. */
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
