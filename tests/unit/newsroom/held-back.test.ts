import { dueInstantOf, lastHoldingActs, type TimedAct } from '../../../src/newsroom/agenda/held-back';
import { readMarketEnvironment } from '../../../src/newsroom/agenda/market-environment';
import { TIME_FIELDS } from '../../../src/newsroom/schedule/article-times';
import { entriesOf, sortByTime } from '../../../src/newsroom/agenda/agenda-entry';

const act = (name: TimedAct['act'], more: Partial<TimedAct> = {}): TimedAct => ({
  articleDocumentId: 'a',
  articleLocale: 'en',
  act: name,
  at: '2026-11-27T21:00:01.000Z',
  by: 'worker',
  byKind: 'worker',
  reason: null,
  reasons: null,
  before: null,
  after: null,
  ...more,
});

const scheduled = (field: string): TimedAct =>
  act('scheduled', { after: { [field]: '2026-11-27T22:00:00.000Z' } });

describe('what is held back', () => {
  it.each([
    [[act('scheduled'), act('held-back')], ['a|en']],
    [[act('held-back'), scheduled('publishAt')], []],
    [[act('held-back'), scheduled('unpublishAt')], ['a|en']],
    [[act('held-back'), act('published')], []],
    [[act('held-back'), act('deleted')], []],
    [[act('unpublished'), act('held-back')], ['a|en']],
    [[act('held-back'), scheduled('publishAt'), act('held-back')], ['a|en']],
    // A proposal decides nothing, and nothing is decided in another locale.
    [[act('held-back'), act('schedule-proposed'), act('schedule-cancelled')], ['a|en']],
    [[act('held-back'), act('published', { articleLocale: 'de' })], ['a|en']],
  ])('%#', (acts, places) => expect([...lastHoldingActs(acts).keys()]).toEqual(places));

  it('was due at the instant that was taken from it', () => {
    const due = '2026-11-27T21:00:00.000Z';
    expect(dueInstantOf(act('held-back', { before: { publishAt: due } })).toISOString()).toBe(due);
    expect(dueInstantOf(act('held-back')).toISOString()).toBe('2026-11-27T21:00:01.000Z');
  });
});

describe('the entries of an article', () => {
  const article = {
    documentId: 'a',
    locale: 'en',
    title: 'T',
    kind: 'news',
    publishAt: new Date('2026-11-27T21:00:00Z'),
    unpublishAt: new Date('2026-11-28T21:00:00Z'),
    embargoUntil: new Date('2026-11-27T20:00:00Z'),
    proposedPublishAt: null,
    proposedUnpublishAt: new Date('2027-01-01T00:00:00Z'),
  };
  it('are one for each instant, in order of time', () => {
    const entries = TIME_FIELDS.flatMap((field) => entriesOf([article], field));
    expect(sortByTime(entries).map(({ state }) => state)).toEqual([
      ...['embargo-ends', 'scheduled', 'unpublication', 'unpublication-proposed'],
    ]);
  });
});

describe('NEWSROOM_MARKET', () => {
  it('is New York unless another is given, and has to be known', () => {
    expect(readMarketEnvironment({})).toEqual({ mic: 'XNYS', timeZone: 'America/New_York' });
    expect(readMarketEnvironment({ NEWSROOM_MARKET: 'XLON' }).timeZone).toBe('Europe/London');
    expect(() => readMarketEnvironment({ NEWSROOM_MARKET: 'NYSE' })).toThrow('NEWSROOM_MARKET is "NYSE"');
  });
});
