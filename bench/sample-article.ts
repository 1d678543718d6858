/** Ten instruments that have figures in `database/seeds/quotes.csv`. */
export const INSTRUMENTS: readonly string[] = [
  ...['XNAS:MSFT', 'XNAS:AAPL', 'XNAS:NVDA', 'XNAS:AMD', 'XNAS:GOOG', 'XNAS:AMZN', 'XNAS:META', 'XNAS:TSLA'],
  ...['XNAS:COST', 'XNAS:SHOP'],
];

const PROSE =
  'Shares moved little on a day without figures, as traders waited for the minutes of the last meeting and for a report on hiring. ';

const mention = (instrument: string): string => `(NASDAQ: ${instrument.split(':')[1]})`;

/** A body with a paragraph for each instrument, each of which mentions it. */
export const bodyNaming = (instruments: readonly string[]) =>
  instruments.map((instrument) => ({
    type: 'paragraph',
    children: [{ type: 'text', text: `${PROSE.repeat(4)}${mention(instrument)} ${PROSE}` }],
  }));

/** A body of ten paragraphs with one mention in each. */
export const body = bodyNaming(INSTRUMENTS);

export const slugOf = (index: number): string => `story-${index}`;
