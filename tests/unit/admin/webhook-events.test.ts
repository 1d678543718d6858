import { EVENTS as SENT } from '../../../src/plugins/quote-snapshots/server/src/events/event-names';
import { EVENTS, withEvent } from '../../../src/plugins/quote-snapshots/admin/src/settings/webhook-events';

describe('the events of a webhook', () => {
  it('that can be chosen are those that are sent', () => {
    expect(EVENTS).toEqual(Object.values(SENT));
  });

  it('are chosen once, and given up, without a change to others', () => {
    const others = ['entry.publish', 'quote-snapshots.failed'];
    const chosen = withEvent(others, 'quote-snapshots.captured', true);
    expect(chosen).toEqual([...others, 'quote-snapshots.captured']);
    expect(withEvent(chosen, 'quote-snapshots.captured', true)).toEqual(chosen);
    expect(withEvent(chosen, 'quote-snapshots.captured', false)).toEqual(others);
  });
});
