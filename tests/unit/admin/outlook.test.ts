import { outlookApi, tellOutlook } from '../../../src/plugins/quote-snapshots/admin/src/outlook/outlook';
import { mentionOf, NO_QUOTES } from '../../../src/admin/quotes/quotes-outlook';

const listing = { symbol: '6501', exchange: 'TSE', row: 'TSE:6501' };

describe('what the panel of quotes tells other panels', () => {
  it('is of the draft that it shows, and nothing once it is gone', () => {
    let told = 0;
    const end = outlookApi.subscribe(() => (told += 1));
    const shown: string[] = [];
    const first = { unquoted: [], ambiguous: [listing], outage: null };
    const leaveFirst = tellOutlook(first, (row) => shown.push(row));
    expect(outlookApi.read()).toBe(first);
    outlookApi.show('TSE:6501');
    expect(shown).toEqual(['TSE:6501']);

    const second = { unquoted: [listing], ambiguous: [], outage: null };
    const leaveSecond = tellOutlook(second, () => undefined);
    // What React ends late does not end what came after it.
    leaveFirst();
    expect(outlookApi.read()).toBe(second);
    leaveSecond();
    expect(outlookApi.read()).toEqual({ unquoted: [], ambiguous: [], outage: null });
    outlookApi.show('TSE:6501');
    expect(shown).toEqual(['TSE:6501']);
    expect(told).toBe(3);
    end();
    tellOutlook(first, () => undefined)();
    expect(told).toBe(3);
  });

  it('is the same value until something changes: React would render without end', () => {
    expect(outlookApi.read()).toBe(outlookApi.read());
    expect(NO_QUOTES.read()).toBe(NO_QUOTES.read());
  });

  it('names a mention as the rules do', () => {
    expect(mentionOf(listing)).toBe('TSE: 6501');
    expect(mentionOf({ symbol: 'TSLA', exchange: null })).toBe('$TSLA');
  });
});
