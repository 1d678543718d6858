import type { Child } from '../child-newsroom';
import type { Served } from '../serve';
import { show } from '../show';
import { countsOf } from './counts';
import { byTurns, publishing, serve, warm } from './newsrooms';
import { bySlug, HOT, many } from './requests';

const EVERY_MS = 1_000;

/** A row of the table: reads of hot articles while another article is published every second. */
export const whileEditing = async (off: Child<Served>, on: Child<Served>): Promise<string[]> => {
  const acts = [publishing(off), publishing(on)];
  const under: Promise<unknown>[] = [];
  const timer = setInterval(() => under.push(...acts.map((act) => act())), EVERY_MS);
  try {
    const requests = many(HOT, (index) => bySlug(index));
    return [
      `by slug, ${HOT} hot ones, an article published every second`,
      ...(await byTurns([off.answer.address], [on.answer.address], () => requests)),
    ];
  } finally {
    clearInterval(timer);
    await Promise.all(under);
  }
};

/** That row on its own, and the number of cached answers that were kept and dropped after the writes. */
export const benchEditing = async (): Promise<void> => {
  const [off, on] = [await serve(false), await serve(true)];
  try {
    await warm(
      [on.answer.address],
      many(HOT, (index) => bySlug(index)),
    );
    const before = await countsOf(on.process);
    const row = await whileEditing(off, on);
    const after = await countsOf(on.process);
    show('The response cache, while an editor publishes', ['', 'off', 'on', 'ratio'], [row]);
    show(
      'What became of its answers after writes',
      ['checked and kept', 'checked and dropped', 'filled'],
      [[after.kept - before.kept, after.dropped - before.dropped, after.fills - before.fills].map(String)],
    );
  } finally {
    await Promise.all([off.stop(), on.stop()]);
  }
};
