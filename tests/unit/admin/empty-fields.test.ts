import { proposalsFor } from '../../../src/admin/ticker-completion/empty-fields';

describe('what is filled in of a ticker', () => {
  const fields = { name: 'Apple Inc.', exchange: 'NASDAQ', currency: 'USD' };

  it('is what is empty: missing, null or blank', () => {
    expect(proposalsFor({ exchange: null, currency: ' ' }, { fields })).toEqual([
      { field: 'name', value: 'Apple Inc.' },
      { field: 'exchange', value: 'NASDAQ' },
      { field: 'currency', value: 'USD' },
    ]);
  });

  it('is never what somebody has written', () => {
    expect(proposalsFor({ name: 'Apple', exchange: 'Nasdaq', currency: 'usd' }, { fields })).toEqual([]);
  });
});
