/** The most that the server accepts. */
export const MOST_CHECKED = 5;

/** ISO 10383 market identifier code, a colon, a symbol: the server is stricter about symbols. */
const WRITTEN = /^[a-z0-9]{4}:\S+$/i;

export type InstrumentsRead =
  | { instruments: string[] }
  | { problem: 'empty' | 'tooMany' }
  | { problem: 'malformed'; value: string };

/** The instruments of a line as people write them, `XNAS:MSFT, XLON:VOD`, each once; or what is wrong with it. */
export const readInstruments = (line: string): InstrumentsRead => {
  const instruments = [...new Set(line.split(/[\s,;]+/).filter(Boolean))];
  const value = instruments.find((written) => !WRITTEN.test(written));
  if (value !== undefined) return { problem: 'malformed', value };
  if (instruments.length === 0) return { problem: 'empty' };
  return instruments.length > MOST_CHECKED ? { problem: 'tooMany' } : { instruments };
};
