import type { UnresolvedMention } from '../../../src/plugins/quote-snapshots/server/src/instruments/resolve-mentions';
import { NO_REASON } from '../../../src/plugins/quote-snapshots/server/src/reasons/reason';
import { planRecord } from '../../../src/plugins/quote-snapshots/server/src/publication/plan-record';
import {
  SET_ASIDE,
  currentKey,
  replacementKey,
  type SnapshotRow,
  type SnapshotState,
} from '../../../src/plugins/quote-snapshots/server/src/store/snapshot-row';
import type { WantedInstrument } from '../../../src/plugins/quote-snapshots/server/src/instruments/resolve-mentions';

const publication = { type: 'api::article.article', documentId: 'd', locale: 'en', publishedAt: new Date(0) };
const wanted = (instrument: string): WantedInstrument => {
  const [mic = '', symbol = ''] = instrument.split(':');
  return { instrument, mic, symbol, exchange: null, name: null, currency: null, ticker: null };
};
const row = (id: number, instrument: string, state: SnapshotState, position = 0): SnapshotRow =>
  ({
    id,
    documentId: `row${id}`,
    instrument,
    state,
    position,
    linkedTicker: false,
    linkedCompany: false,
    currentKey: currentKey(publication, instrument),
    ...NO_REASON,
  }) as SnapshotRow;

const plan = (
  named: string[],
  current: SnapshotRow[],
  onRepublish: 'keep' | 'recapture' = 'keep',
  unresolved: UnresolvedMention[] = [],
  replacing: SnapshotRow[] = [],
  aside: SnapshotRow[] = [],
) =>
  planRecord({
    publication,
    resolution: { wanted: named.map(wanted), unresolved },
    live: { current, setAside: aside, replacing },
    onRepublish,
    linkedTickers: new Set(),
    linkedCompanies: new Set(),
  });

describe('what publishing does to the record', () => {
  it('asks for what is new, keeps what stays, retires what is gone', () => {
    const { insert, retire, adjust, stillPending } = plan(
      ['XNAS:B', 'XNAS:A', 'XNAS:C'],
      [row(1, 'XNAS:A', 'captured'), row(2, 'XNAS:C', 'pending', 2), row(3, 'XNAS:D', 'captured')],
    );
    expect(insert).toMatchObject([{ instrument: 'XNAS:B', state: 'pending', current: true, position: 0 }]);
    expect(retire).toEqual([3]);
    expect(adjust).toMatchObject([{ id: 1, position: 1 }]);
    expect(stillPending).toEqual(['row2']);
  });

  it('makes current again what was set aside when the document was unpublished, and retires what is gone', () => {
    const aside = [
      row(1, 'XNAS:A', 'captured'),
      row(2, 'XNAS:B', 'unavailable'),
      row(3, 'XNAS:C', 'voided'),
    ].map((one) => ({ ...one, current: false, currentKey: `${one.currentKey}${SET_ASIDE}` }));
    const { insert, retire, restore } = plan(['XNAS:A', 'XNAS:B'], [], 'keep', [], [], aside);
    expect(restore).toEqual([{ id: 1, currentKey: currentKey(publication, 'XNAS:A') }]);
    expect(insert).toMatchObject([{ instrument: 'XNAS:B', state: 'pending', current: true }]);
    expect(retire).toEqual([2, 3]);
  });

  it('makes a failed attempt again', () => {
    const { insert, retire } = plan(['XNAS:A'], [row(1, 'XNAS:A', 'unavailable')]);
    expect(insert).toMatchObject([{ instrument: 'XNAS:A', state: 'pending', current: true }]);
    expect(retire).toEqual([1]);
  });

  it('leaves what a person voided as it is', () => {
    expect(plan(['XNAS:A'], [row(1, 'XNAS:A', 'voided')], 'recapture')).toMatchObject({
      insert: [],
      retire: [],
    });
  });

  it('with “recapture”, keeps the figure until the new one is there', () => {
    const { insert, retire } = plan(['XNAS:A'], [row(1, 'XNAS:A', 'captured')], 'recapture');
    expect(insert).toMatchObject([
      {
        state: 'pending',
        current: false,
        currentKey: expect.stringMatching(/XNAS:A\|again$/),
        supersedes: 'row1',
      },
    ]);
    expect(retire).toEqual([]);
  });

  it('notes an ambiguous mention once, with its reason', () => {
    const reasonParams = { mention: 'TSE: ABC', exchange: 'TSE', markets: ['Tokyo', 'TSX'] };
    const reasonCode = 'ambiguous-exchange' as const;
    const ambiguous = { symbol: 'ABC', exchange: 'TSE', reasonCode, reasonParams };
    const first = plan([], [], 'keep', [ambiguous]);
    expect(first.insert).toMatchObject([
      { instrument: null, state: 'unavailable', reason: null, reasonCode, reasonParams },
    ]);
    // PostgreSQL keeps JSON with its keys in an order of its own.
    const kept = Object.fromEntries(Object.entries(reasonParams).reverse());
    const noted = { ...row(1, 'TSE:ABC', 'unavailable'), instrument: null, reasonCode, reasonParams: kept };
    expect(plan([], [noted], 'keep', [ambiguous])).toMatchObject({ insert: [], retire: [] });
    // Once the newsroom has two such tickers, the reason is another one.
    const other = { ...ambiguous, reasonParams: { ...reasonParams, markets: ['Tokyo'] } };
    expect(plan([], [noted], 'keep', [other])).toMatchObject({ insert: [{ instrument: null }], retire: [1] });
  });

  it('waits on for a capture that is under way again, and gives it up with its mention', () => {
    const old = row(1, 'XNAS:A', 'captured');
    const again = { ...row(2, 'XNAS:A', 'pending'), currentKey: replacementKey(old.currentKey ?? '') };
    expect(plan(['XNAS:A'], [old], 'recapture', [], [again])).toMatchObject({
      insert: [],
      retire: [],
      stillPending: ['row2'],
    });
    expect(plan([], [old], 'keep', [], [again]).retire).toEqual([1, 2]);
  });
});
