import { actsCsvHeader, actsCsvLines, type ExportedAct } from '../../../src/newsroom/audit/acts-csv';

const act: ExportedAct = {
  at: new Date('2026-11-27T21:05:00.000Z'),
  act: 'embargo-moved',
  by: 'Ada Admin',
  byKind: 'person',
  byAdmin: 1,
  articleDocumentId: 'abc',
  articleLocale: 'en',
  reason: null,
  reasons: null,
  before: { embargoUntil: '2026-11-27T21:05:00.000Z' },
  after: null,
};

const lastLine = (changes: Partial<ExportedAct>): string =>
  actsCsvLines([{ ...act, ...changes }]).split('\r\n')[0] ?? '';

it('is a line of names and a line an act', () => {
  expect(actsCsvHeader() + actsCsvLines([act])).toBe(
    'at,act,by,byKind,byAdmin,articleDocumentId,articleLocale,reason,reasons,before,after\r\n' +
      '"2026-11-27T21:05:00.000Z","embargo-moved","Ada Admin","person",1,"abc","en",,,"{""embargoUntil"":""2026-11-27T21:05:00.000Z""}",\r\n',
  );
});

it('quotes what has commas, quotes and lines', () => {
  expect(lastLine({ reason: 'He said "no", twice.' })).toContain(',"He said ""no"", twice.",');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])(
  'shows %j as text, so that no spreadsheet computes it',
  (reason) => {
    expect(lastLine({ reason })).toContain(`,"'${reason}",`);
  },
);

it.each([
  ['Agreed;=1+1', "Agreed;'=1+1"],
  ['Agreed,\t@SUM(A1)', "Agreed,'\t'@SUM(A1)"],
  ['Agreed; -5% then,\n- no', 'Agreed; -5% then,\n- no'],
])('does so for %j after each character that may end a cell', (reason, shown) => {
  expect(lastLine({ reason })).toContain(`,"${shown}",`);
});

it('quotes each text, for programs that separate cells by semicolons', () => {
  expect(lastLine({ by: 'Ada; Admin', reason: 'No.' })).toContain(
    ',"Ada; Admin","person",1,"abc","en","No.",',
  );
});

it('leaves a column empty that a role may not read', () => {
  const { by: _by, ...withoutName } = act;
  expect(actsCsvLines([withoutName])).toContain(',"embargo-moved",,"person",');
});
