/** Ten instruments that `database/seeds/quotes.csv` has figures of. */
export const INSTRUMENTS: readonly string[] = [
  ...['XNAS:MSFT', 'XNAS:AAPL', 'XNAS:NVDA', 'XNAS:AMD', 'XNAS:GOOG', 'XNAS:AMZN', 'XNAS:META', 'XNAS:TSLA'],
  ...['XNAS:COST', 'XNAS:SHOP'],
];

const PROSE =
  'Shares moved little on a day without figures, as traders waited for the minutes of the last meeting and for a report on hiring. ';

const mention = (instrument: string): string => `(NASDAQ: ${instrument.split(':')[1]})`;

/** A body of ten paragraphs, with a mention in each. */
export const body = INSTRUMENTS.map((instrument) => ({
  type: 'paragraph',
  children: [{ type: 'text', text: `${PROSE.repeat(4)}${mention(instrument)} ${PROSE}` }],
}));

export const slugOf = (index: number): string => `story-${index}`;
