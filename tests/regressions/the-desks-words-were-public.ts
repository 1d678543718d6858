import { upgradeRecord } from '../../src/plugins/quote-snapshots/server/src/store/upgrade/upgrade-record';
import { publishArticle, settled, SNAPSHOT } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings } from '../support/listings';
import { signIn } from '../support/newsroom';

const WORDS = 'Wrong-share-of-a-client';

/** Why a person had a quote captured again, meant for the desk, was in `reason` for everyone. */
export const regression: Suite = (newsroom) => {
  const { listing } = createListings(newsroom, 'DW');
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');
  const told: unknown[] = [];
  let deafen: () => void;
  beforeAll(() => {
    deafen = newsroom().strapi.eventHub.subscribe((event: string, payload: unknown) => {
      if (event.startsWith('quote-snapshots.')) told.push(payload);
      return Promise.resolve();
    });
  });
  afterAll(() => deafen());

  const recaptured = async (): Promise<string> => {
    const documentId = await publishArticle(newsroom(), [`(NYSE: ${listing()})`]);
    await settled(newsroom());
    const row = await newsroom()
      .strapi.db.query(SNAPSHOT)
      .findOne({ where: { relatedDocumentId: documentId } });
    newsroom().clock.advance(15_000);
    await capture().recapture(row.documentId, WORDS);
    await settled(newsroom());
    return documentId;
  };
  /** As versions before reasons had codes wrote it. */
  const oldReason = (reason: string) => ({ reason, reasonCode: null, reasonParams: null });
  const everyAnswer = async (documentId: string): Promise<string> => {
    const { http } = newsroom();
    const filter = `filters[relatedDocumentId]=${documentId}`;
    const ofRecord = await http().get(`/api/quote-snapshots?${filter}&populate=*`).expect(200);
    const ofArticle = await http().get(`/api/articles/${documentId}?populate=quoteSnapshots`).expect(200);
    const query = `{
      quoteSnapshots(filters: { relatedDocumentId: { eq: "${documentId}" } }) { reason state current }
      article(documentId: "${documentId}") { quoteSnapshots { reason } }
    }`;
    const ofGraphql = await http().post('/graphql').send({ query }).expect(200);
    expect(ofRecord.body.data).toHaveLength(2);
    expect(ofGraphql.body.data.article.quoteSnapshots).toEqual([{ reason: 'Captured again.' }]);
    return ofRecord.text + ofArticle.text + ofGraphql.text;
  };

  it('is in no answer, while readers know that it was captured again', async () => {
    const documentId = await recaptured();
    const answers = await everyAnswer(documentId);
    expect(answers).toContain('Captured again.');
    expect(answers).not.toContain(WORDS);
    expect(told.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toContain(WORDS);
  });

  it('cannot be found by a filter or a sort', async () => {
    await recaptured();
    const { http } = newsroom();
    for (const query of [`filters[correction][$contains]=${WORDS}`, 'sort=correction', 'fields=correction'])
      await http().get(`/api/quote-snapshots?${query}`).expect(400);
    const query = `{ quoteSnapshots(filters: { correction: { contains: "${WORDS}" } }) { documentId } }`;
    expect((await http().post('/graphql').send({ query })).body.errors).toHaveLength(1);
  });

  it('is in the history for the desk', async () => {
    const documentId = await recaptured();
    const { http } = newsroom();
    const answer = await http()
      .get(`/quote-snapshots/documents/api::article.article/${documentId}?locale=en`)
      .set('authorization', `Bearer ${await signIn(newsroom())}`)
      .expect(200);
    expect(answer.body.data).toMatchObject([
      { correction: WORDS, reason: null, reasonCode: 'captured-again' },
    ]);
  });

  it('is no longer public in a record of before', async () => {
    const { strapi } = newsroom();
    const [captured, late] = [await recaptured(), await recaptured()];
    const rows = () => strapi.db.query(SNAPSHOT);
    const before = { correction: { $notNull: true } };
    await rows().updateMany({
      where: { ...before, relatedDocumentId: captured },
      data: { ...oldReason(`Captured again: ${WORDS}`), updatedAt: new Date(0) },
    });
    const [row] = await rows().findMany({ where: { ...before, relatedDocumentId: late } });
    await rows().updateMany({
      where: { id: row.id },
      data: {
        ...oldReason(`Captured again: ${WORDS} Late: captured 5 minutes after publication.`),
        capturedAt: new Date(new Date(row.relatedPublishedAt).getTime() + 310_000),
      },
    });
    const place = { type: 'plugin', name: 'quote-snapshots', key: 'schema_version' } as const;
    const version = await strapi.store.get(place);
    await strapi.store.set({ ...place, value: 2 });
    await upgradeRecord(strapi);
    expect(await strapi.store.get(place)).toBe(version);
    const [upgraded] = await rows().findMany({ where: { ...before, relatedDocumentId: captured } });
    expect(upgraded).toMatchObject({ reason: 'Captured again.', correction: WORDS });
    // Whoever keeps copies of the record learns that it has changed.
    expect(Date.parse(upgraded.updatedAt)).toBeGreaterThan(0);
    expect(await rows().findOne({ where: { id: row.id } })).toMatchObject({
      reason: 'Captured again. Late: captured 5 minutes after publication.',
      lateMinutes: 5,
    });
  });
};
