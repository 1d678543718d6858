import { parse } from 'papaparse';
import { writeActsCsv } from '../../../src/newsroom/audit/acts-csv';

const act = {
  at: '2026-11-27T10:00:00.000Z',
  act: 'corrected',
  by: 'Ada Admin',
  reason: null,
  before: null,
  after: null,
};

describe('the list of acts as CSV', () => {
  it('is read again as it was, whatever a reason contains', () => {
    const reason = 'It said "20", and\r\nthat is wrong; è, 中.';
    const csv = writeActsCsv([{ ...act, reason, after: { publishAt: act.at } }]);
    expect(parse(csv, { header: true, skipEmptyLines: true }).data).toEqual([
      { ...act, reason, before: '', after: `{"publishAt":"${act.at}"}` },
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)'])('has no formula: %s', (reason) => {
    const [row] = parse<{ reason: string }>(writeActsCsv([{ ...act, reason }]), { header: true }).data;
    expect(row?.reason).toBe(`'${reason}`);
  });

  it('has its names where there are no acts', () => {
    expect(writeActsCsv([])).toBe('at,act,by,reason,before,after\r\n');
  });
});
