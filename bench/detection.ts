import { findMentions, type TextFormat } from '../src/plugins/quote-snapshots/server/src/detection';
import { median } from './measure';
import { body } from './sample-article';

const MEGABYTE = 1024 * 1024;
const filled = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);

/** Pieces of text that make careless scanners slow when they are repeated. */
const HOSTILE: Readonly<Record<TextFormat, readonly string[]>> = {
  plain: [
    '(',
    '(NASDAQ:',
    'ABC, ',
    'NASDAQ:',
    ' ',
    '\u00A0',
    '“(',
    'N',
    'A.B',
    '$A ',
    '(NYSE: A) ',
    '(TSX: ABC | ',
    '(NYSE – ',
    '[ACM-TSXV; ',
    'Bolsa de ',
    'on the NYSE under the ',
    'under the symbol "ACM" on the ',
    'on the NYSE and the TSX ',
    'ticker ',
    'NYSE ',
    'LON:ACM ',
    'Nasdaq First North Growth Market ',
    '$AAA/',
    '$AAA/$BBB',
    '$M, ',
    'US0378331005 ',
    '(NYSE: A; US0378331005) ',
    '(ISIN: US0378331005; ',
    'TSX/',
    '(NYSE, TSX, ',
    'Acme (NYSE American: ACM; TSX: ACM; FRA: A1B)',
    '[ACM-NYSE American] ',
    'ticker: ACM (x), ',
    '["NYSE:IBM", ',
    'formerly NYSE ',
    'the term (NYSE: ',
    'NYSE | Ticker ',
    'NYSE (US0378331005 – ',
    'Tokyo Stock Exchange (TSE: ',
    '(WKN: A1B2C3; ',
  ],
  markdown: [
    '[',
    '`a ',
    '``a`',
    '*',
    '_a_ ',
    '**a** ',
    '[a](b)',
    '[[a](',
    '![a](b)',
    '\n',
    '\n- ',
    '\n# a',
    '\\!',
    '<',
  ],
  html: ['<a ', '<!--', '&am', '&amp;', '<p>a', '<br>', '<', '</', '<code>a</code>'],
};

const millisecondsPerMegabyte = (format: TextFormat, text: string): number => {
  const figures = Array.from({ length: 5 }, () => {
    const start = process.hrtime.bigint();
    findMentions(text, { format, cashtags: true });
    return (Number(process.hrtime.bigint() - start) / 1e6) * (MEGABYTE / text.length);
  });
  return median(figures);
};

/** The time that a byte of hostile text takes, against a byte of an article in the same format. */
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
  const hostile = Object.entries(HOSTILE).flatMap(([name, pieces]) => {
    const format = name as TextFormat;
    return pieces.map((piece) => {
      const milliseconds = millisecondsPerMegabyte(format, filled(piece));
      return { text: JSON.stringify(piece), format, milliseconds, ratio: milliseconds / base[format] };
    });
  });
  return [...articles, ...hostile];
};
