import fc from 'fast-check';
import { parseInstrument } from '../../../src/plugins/quote-snapshots/server/src/instruments/instrument';
import {
  MOST_CHECKED,
  readInstruments,
} from '../../../src/plugins/quote-snapshots/admin/src/settings/read-instruments';

describe('the instruments of a health check', () => {
  it.each([
    ['one', 'XNAS:MSFT', ['XNAS:MSFT']],
    [
      'some, however they are parted',
      ' XNAS:MSFT,XLON:VOD; xtse:shop\n',
      ['XNAS:MSFT', 'XLON:VOD', 'xtse:shop'],
    ],
    ['one that is named twice', 'XNAS:MSFT XNAS:MSFT', ['XNAS:MSFT']],
    ['class shares', 'XNYS:BRK.B XNSE:M&M', ['XNYS:BRK.B', 'XNSE:M&M']],
  ])('are read: %s', (_what, line, instruments) => {
    expect(readInstruments(line)).toEqual({ instruments });
  });

  it.each([
    ['nothing', ' ,; ', { problem: 'empty' }],
    ['a symbol without a market', 'XNAS:MSFT AAPL', { problem: 'malformed', value: 'AAPL' }],
    ['a market as it is printed', 'NASDAQ:MSFT', { problem: 'malformed', value: 'NASDAQ:MSFT' }],
    ['a market without a symbol', 'XNAS:', { problem: 'malformed', value: 'XNAS:' }],
    ['too many', 'XNAS:A XNAS:B XNAS:C XNAS:D XNAS:E XNAS:F', { problem: 'tooMany' }],
  ])('are not: %s', (_what, line, problem) => {
    expect(readInstruments(line)).toEqual(problem);
  });

  it('that the server takes are taken here too, and those of any other line are told of', () => {
    const symbol = fc.stringMatching(/^[A-Z0-9&]{1,12}(\.[A-Z]{1,3})?$/);
    const instrument = fc
      .tuple(fc.stringMatching(/^[A-Z0-9]{4}$/), symbol)
      .map(([mic, name]) => `${mic}:${name}`);
    fc.assert(
      fc.property(fc.uniqueArray(instrument, { minLength: 1, maxLength: MOST_CHECKED }), (written) => {
        for (const one of written) expect(() => parseInstrument(one)).not.toThrow();
        expect(readInstruments(written.join(', '))).toEqual({ instruments: written });
      }),
    );
    fc.assert(
      fc.property(fc.string(), (line) => {
        const read = readInstruments(line);
        expect(
          'problem' in read || (read.instruments.length > 0 && read.instruments.length <= MOST_CHECKED),
        ).toBe(true);
      }),
    );
  });
});
