/** The most instruments that the server accepts. */
export const MOST_CHECKED = 5;

/** A market identifier code (ISO 10383), a colon, and a symbol. The server is stricter about symbols. */
const WRITTEN = /^[a-z0-9]{4}:\S+$/i;

export type InstrumentsRead =
  | { instruments: string[] }
  | { problem: 'empty' | 'tooMany' }
  | { problem: 'malformed'; value: string };

/** Reads a line such as `XNAS:MSFT, XLON:VOD`. Returns its distinct instruments, or the fault. */
export const readInstruments = (line: string): InstrumentsRead => {
  const instruments = [...new Set(line.split(/[\s,;]+/).filter(Boolean))];
  const value = instruments.find((written) => !WRITTEN.test(written));
  if (value !== undefined) return { problem: 'malformed', value };
  if (instruments.length === 0) return { problem: 'empty' };
  return instruments.length > MOST_CHECKED ? { problem: 'tooMany' } : { instruments };
};
