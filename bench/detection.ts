import { findMentions, type TextFormat } from '../src/plugins/quote-snapshots/server/src/detection';
import { median } from './measure';
import { body } from './sample-article';

const MEGABYTE = 1024 * 1024;
const filled = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);

/** Texts that make careless scanners slow, 1 MB each. */
const HOSTILE: Readonly<Record<string, [TextFormat, string]>> = {
  'open brackets': ['plain', filled('(')],
  'exchange without end': ['plain', filled('(NASDAQ:')],
  'list without end': ['plain', `(NYSE: ${filled('ABC, ')}`],
  'names side by side': ['plain', filled('NASDAQ:')],
  spaces: ['plain', `(NASDAQ:${filled(' ')}`],
  'open links': ['markdown', filled('[')],
  asterisks: ['markdown', filled('*')],
  'open code': ['markdown', filled('`a ')],
  'open tags': ['html', filled('<a ')],
  'open comments': ['html', filled('<!--')],
  'half entities': ['html', filled('&am')],
};

const millisecondsPerMegabyte = (format: TextFormat, text: string): number => {
  const figures = Array.from({ length: 5 }, () => {
    const start = process.hrtime.bigint();
    findMentions(text, { format, cashtags: true });
    return (Number(process.hrtime.bigint() - start) / 1e6) * (MEGABYTE / text.length);
  });
  return median(figures);
};

/** What a byte of hostile text costs, against a byte of an article in the same format. */
export const benchDetection = (): {
  text: string;
  format: TextFormat;
  milliseconds: number;
  ratio: number;
}[] => {
  const prose = filled(body.map(({ children }) => children[0]!.text).join('\n\n'));
  const base = { plain: 0, markdown: 0, html: 0 };
  for (const format of ['plain', 'markdown', 'html'] as const)
    base[format] = millisecondsPerMegabyte(format, prose);
  const articles = Object.entries(base).map(([format, milliseconds]) => ({
    text: 'an article',
    format: format as TextFormat,
    milliseconds,
    ratio: 1,
  }));
  const hostile = Object.entries(HOSTILE).map(([text, [format, given]]) => {
    const milliseconds = millisecondsPerMegabyte(format, given);
    return { text, format, milliseconds, ratio: milliseconds / base[format] };
  });
  return [...articles, ...hostile];
};
