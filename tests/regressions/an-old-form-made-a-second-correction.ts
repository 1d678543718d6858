import { ARTICLE, body, publishArticle } from '../support/articles';
import { changedArticles, CORRECTION, MINUTE_MS, NOTE, RIGHT, WRONG } from '../support/changed-articles';
import type { Suite } from '../support/describe-newsroom';

const LATER = 'The dividend is 20 pence, and is paid on Friday.';

/**
 * The content manager sends every field of a form. One that was opened before a colleague published said again what that publication was:
 * with a new text, readers were told of a second correction, which nobody had declared.
 */
export const regression: Suite = (newsroom) => {
  const { documents, read, admin, rows, changes, letTimePass } = changedArticles(newsroom);
  beforeEach(letTimePass);
  /** A form that was opened with what the draft says of its change, which was published since. */
  const oldForm = async (said: { changeKind: 'correction' | 'update' | 'minor'; changeNote?: string }) => {
    const documentId = await publishArticle(newsroom(), [WRONG]);
    await documents().update({ documentId, data: { body: body(RIGHT), ...said } });
    const { body: opened } = await admin('get', `/${documentId}`).expect(200);
    newsroom().clock.advance(MINUTE_MS);
    await documents().publish({ documentId });
    const form = opened.data as Record<string, unknown>;
    expect(form).toMatchObject(said);
    return { documentId, form };
  };
  const isRefused = (answer: { status: number; body: { error?: { details?: { errors?: object[] } } } }) => {
    expect(answer.status).toBe(400);
    expect(answer.body.error?.details?.errors).toMatchObject([
      { path: ['changeKind'], reason: { code: 'changeSaidAlready', values: { at: expect.any(String) } } },
    ]);
    expect(JSON.stringify(answer.body)).not.toContain(NOTE);
  };

  it('with another text it is neither saved nor published, until the change is said anew', async () => {
    const { documentId, form } = await oldForm(CORRECTION);
    isRefused(await admin('put', `/${documentId}`).send({ ...form, body: body(LATER) }));
    isRefused(await admin('post', `/${documentId}/actions/publish`).send({ ...form, body: body(LATER) }));
    expect(await read(documentId)).toMatchObject({ body: body(RIGHT), corrections: [{ text: NOTE }] });
    expect(await documents().findOne({ documentId })).toMatchObject({ body: body(RIGHT), changeKind: null });
    const anew = { ...form, body: body(LATER), changeKind: 'update', changeNote: '' };
    await admin('post', `/${documentId}/actions/publish`).send(anew).expect(200);
    expect((await read(documentId)).corrections).toHaveLength(1);
    expect(await changes(documentId)).toEqual(['first', 'correction', 'update']);
  });

  it('with the same text it says nothing of a change, and is not a correction later', async () => {
    const { documentId, form } = await oldForm(CORRECTION);
    await admin('put', `/${documentId}`)
      .send({ ...form, byline: 'Ada A.' })
      .expect(200);
    expect(await documents().findOne({ documentId })).toMatchObject({
      byline: 'Ada A.',
      changeKind: null,
      changeNote: null,
    });
    isRefused(await admin('put', `/${documentId}`).send({ ...form, body: body(LATER) }));
    await admin('post', `/${documentId}/actions/publish`).send(form).expect(200);
    expect(await changes(documentId)).toEqual(['first', 'correction', 'republication']);
  });

  it('nor after a further publication; an update is not said again either, unless it was chosen', async () => {
    const { documentId, form } = await oldForm(CORRECTION);
    await documents().update({
      documentId,
      data: { body: body(LATER), changeKind: 'minor' },
      status: 'published',
    });
    isRefused(await admin('put', `/${documentId}`).send({ ...form, body: body(`${LATER} Perhaps.`) }));
    const other = await oldForm({ changeKind: 'update' });
    isRefused(await admin('put', `/${other.documentId}`).send({ ...other.form, body: body(LATER) }));
    await admin('put', `/${other.documentId}`)
      .send({ ...other.form, body: body(LATER), changeKind: 'update', changeNote: '' })
      .expect(200);
    expect(await documents().findOne({ documentId: other.documentId })).toMatchObject({
      changeKind: 'update',
      changeNote: null,
    });
  });

  it('what the draft still says, and another note, are no repetition; nor is what code sends', async () => {
    const { documentId, form } = await oldForm(CORRECTION);
    await documents().update({ documentId, data: { body: body(LATER), ...CORRECTION } });
    await admin('put', `/${documentId}`)
      .send({ ...form, body: body(LATER), byline: 'Ada A.' })
      .expect(200);
    await admin('put', `/${documentId}`)
      .send({ ...form, body: body(LATER), changeNote: `${NOTE} And no day.` })
      .expect(200);
    await newsroom().strapi.documents(ARTICLE).publish({ documentId });
    expect((await rows(documentId)).map(({ note }) => note)).toEqual([null, NOTE, `${NOTE} And no day.`]);
  });
};
