import type { TextFormat } from './mention';
import { normalizeHtml } from './text/normalize-html';
import { normalizeMarkdown } from './text/normalize-markdown';
import { normalizePlain, type NormalizedText } from './text/normalized-text';

const NORMALIZERS: Readonly<Record<TextFormat, (text: string) => NormalizedText>> = {
  plain: normalizePlain,
  markdown: normalizeMarkdown,
  html: normalizeHtml,
};

/** A text without its markup and with typographic variants folded, with the offset of each of its characters in the original text. */
export const normalizeText = (text: string, format: TextFormat): NormalizedText => NORMALIZERS[format](text);
