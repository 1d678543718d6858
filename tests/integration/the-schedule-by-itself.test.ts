import { setTimeout as pause } from 'node:timers/promises';
import { actsOf, draftArticle, inMs, isOut } from '../support/article-times';
import { realClock } from '../support/clock';
import { startNewsroom, type Newsroom } from '../support/newsroom';

/** How long a slow machine may take. */
const PATIENCE_MS = 30_000;

/** Elsewhere tests call the schedule's turn themselves. Here the app does, as it was started. */
describe.each(['sqlite', 'postgres'] as const)('the schedule by itself, on %s', (database) => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await startNewsroom(database, { clock: realClock, jobs: true });
  }, 120_000);
  afterAll(() => newsroom?.stop(), 60_000);

  const comesToBe = async (wanted: boolean, documentId: string): Promise<void> => {
    const startedAt = performance.now();
    while ((await isOut(newsroom, documentId)) !== wanted && performance.now() - startedAt < PATIENCE_MS) {
      await pause(50);
    }
    expect(await isOut(newsroom, documentId)).toBe(wanted);
  };

  it('publishes an article when it is due and not before, and takes it away at its end', async () => {
    const publishAt = await inMs(newsroom, 1_500);
    const unpublishAt = new Date(publishAt.getTime() + 2_500);
    const documentId = await draftArticle(newsroom, { publishAt, unpublishAt });
    await comesToBe(true, documentId);
    await comesToBe(false, documentId);
    const acts = (await actsOf(newsroom, documentId)) as (Awaited<ReturnType<typeof actsOf>>[number] & {
      at: string;
    })[];
    expect(acts.map(({ act, by }) => [act, by])).toEqual([
      ['scheduled', 'code'],
      ['published', 'worker'],
      ['unpublished', 'worker'],
    ]);
    const [, published, unpublished] = acts.map(({ at }) => new Date(at).getTime());
    expect(published).toBeGreaterThanOrEqual(publishAt.getTime());
    expect(unpublished).toBeGreaterThanOrEqual(unpublishAt.getTime());
  }, 90_000);
});
