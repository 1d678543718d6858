import { createAdminUser, signInAs } from '../support/admin-user';
import { authorizeToken } from '../support/api-token';
import { draftArticle, inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { findFile, PIXEL, uploadPicture, type UploadedFile } from '../support/files';

/** With SCHEDULE_FREEZES, an article could not be changed, but its photo could be deleted, and it went out without it. */
export const regression: Suite = (newsroom) => {
  let editor = '';
  let asEditor: string;
  beforeAll(async () => {
    editor = await signInAs(newsroom().strapi, 'newsroom-editor');
    asEditor = `Bearer ${editor}`;
  });
  beforeEach(() => newsroom().strapi.config.set('newsroom.schedule.freezes', true));
  afterEach(() => newsroom().strapi.config.set('newsroom.schedule.freezes', false));

  const scheduledWith = async (data: (file: UploadedFile) => object): Promise<UploadedFile> => {
    const file = await uploadPicture(newsroom(), editor);
    const publishAt = await inMs(newsroom(), 60 * MINUTE_MS);
    await draftArticle(newsroom(), { title: `Frozen ${file.id}`, publishAt, ...data(file) });
    return file;
  };
  const asCover = ({ id }: UploadedFile) => ({ cover: id });
  const inText = ({ url, hash }: UploadedFile) => ({
    body: [
      {
        type: 'image',
        image: {
          name: 'a.png',
          hash,
          url,
          ext: '.png',
          mime: 'image/png',
          size: 1,
          width: 1,
          height: 1,
          provider: 'local',
          createdAt: '2026-01-01',
          updatedAt: '2026-01-01',
        },
        children: [{ type: 'text', text: '' }],
      },
    ],
  });
  const remove = ({ id }: UploadedFile, authorization: string, root = '') =>
    newsroom().http().delete(`${root}/upload/files/${id}`).set('authorization', authorization);

  it.each([
    ['the cover', asCover],
    ['a picture in the text', inText],
  ])('%s is neither deleted nor replaced', async (_what, data) => {
    const { http } = newsroom();
    const file = await scheduledWith(data);
    const deleted = await remove(file, asEditor);
    expect([deleted.status, deleted.body.error?.message]).toEqual([
      400,
      expect.stringMatching(/scheduled article “Frozen .*Cancel the schedule/),
    ]);
    const bulk = await http()
      .post('/upload/actions/bulk-delete')
      .set('authorization', asEditor)
      .send({ fileIds: [file.id] });
    expect(bulk.status).toBe(400);
    const replaced = await http()
      .post(`/upload?id=${file.id}`)
      .set('authorization', asEditor)
      .attach('files', PIXEL, { filename: 'b.png', contentType: 'image/png' });
    expect(replaced.status).toBe(400);
    expect(await findFile(newsroom(), file.id)).toMatchObject({ url: file.url });
  });

  it('callers who may not read the draft learn only that it cannot be changed now', async () => {
    const { strapi } = newsroom();
    const file = await scheduledWith(asCover);
    const token = await authorizeToken(strapi, 'custom', ['plugin::upload.content-api.destroy']);
    const keeper = await createAdminUser(strapi, `keeper-${file.id}`, [
      { action: 'plugin::upload.read' },
      { action: 'plugin::upload.assets.update' },
    ]);
    for (const answer of [await remove(file, token, '/api'), await remove(file, `Bearer ${keeper.token}`)]) {
      expect([answer.status, answer.body.error?.message]).toEqual([
        400,
        expect.stringContaining('cannot be deleted now'),
      ]);
      expect(answer.text).not.toMatch(/Frozen|scheduled/);
    }
    expect(await findFile(newsroom(), file.id)).not.toBeNull();
  });

  it('it is deleted where the schedule is cancelled, and where schedules do not freeze', async () => {
    const { strapi } = newsroom();
    const file = await scheduledWith(asCover);
    const other = await scheduledWith(asCover);
    const { documentId } = await strapi.db.query(ARTICLE).findOne({ where: { title: `Frozen ${file.id}` } });
    await strapi.documents(ARTICLE).update({ documentId, data: { publishAt: null } as never });
    await remove(file, asEditor).expect(200);
    strapi.config.set('newsroom.schedule.freezes', false);
    await remove(other, asEditor).expect(200);
  });
};
