import type { TextFormat } from './mention';
import { normalizeHtml } from './text/normalize-html';
import { normalizeMarkdown } from './text/normalize-markdown';
import { normalizePlain, type NormalizedText } from './text/normalized-text';

const NORMALIZERS: Readonly<Record<TextFormat, (text: string) => NormalizedText>> = {
  plain: normalizePlain,
  markdown: normalizeMarkdown,
  html: normalizeHtml,
};

/** A text without its markup and with typographic variants folded, and where each of its characters stands in the text as given. */
export const normalizeText = (text: string, format: TextFormat): NormalizedText => NORMALIZERS[format](text);
