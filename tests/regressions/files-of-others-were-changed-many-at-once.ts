import { createAdminUser, mayWith, signInAs } from '../support/admin-user';
import { title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

interface File {
  id: number;
  folderPath: string;
}

/**
 * One file is changed by whoever may change it. Many at once, and folders with what is in them, were changed by
 * whoever may change any file at all, their own included.
 */
export const regression: Suite = (newsroom) => {
  let reporter = '';
  let editor = '';
  beforeAll(async () => {
    reporter = await signInAs(newsroom().strapi, 'newsroom-reporter');
    editor = await signInAs(newsroom().strapi, 'newsroom-editor');
  });

  const send = (method: 'post' | 'put' | 'delete', path: string, token: string) =>
    newsroom().http()[method](`/upload${path}`).set('authorization', `Bearer ${token}`);
  const upload = async (token: string, folder?: number): Promise<File> => {
    const name = `${title()}.png`;
    const answer = await send('post', '', token)
      .field('fileInfo', JSON.stringify({ name, folder: folder ?? null }))
      .attach('files', PIXEL, { filename: name, contentType: 'image/png' })
      .expect(201);
    return answer.body[0];
  };
  const makeFolder = async (token: string, parent: number | null = null): Promise<number> =>
    (await send('post', '/folders', token).send({ name: title(), parent }).expect(201)).body.data.id;
  const file = (id: number): Promise<File | null> =>
    newsroom().strapi.db.query('plugin::upload.file').findOne({ where: { id } });
  const folder = (id: number): Promise<{ path: string; name: string } | null> =>
    newsroom().strapi.db.query('plugin::upload.folder').findOne({ where: { id } });

  describe('deleting', () => {
    it('a file of somebody else', async () => {
      const [theirs, own] = [await upload(editor), await upload(reporter)];
      for (const fileIds of [[theirs.id], [own.id, theirs.id], [String(theirs.id)]]) {
        await send('post', '/actions/bulk-delete', reporter).send({ fileIds }).expect(403);
      }
      await send('delete', `/files/${theirs.id}`, reporter).expect(403);
      expect([await file(theirs.id), await file(own.id)]).toEqual([expect.anything(), expect.anything()]);
    });

    it('a folder of their own with a file of somebody else in it, at any depth', async () => {
      const outer = await makeFolder(reporter);
      const inner = await makeFolder(reporter, outer);
      const theirs = await upload(editor, inner);
      await send('post', '/actions/bulk-delete', reporter)
        .send({ folderIds: [outer] })
        .expect(403);
      expect(await file(theirs.id)).not.toBeNull();
    });

    it('an empty folder of somebody else, or one in their own', async () => {
      const theirs = await makeFolder(editor);
      const own = await makeFolder(reporter);
      await makeFolder(editor, own);
      for (const id of [theirs, own]) {
        await send('post', '/actions/bulk-delete', reporter)
          .send({ folderIds: [id] })
          .expect(403);
        expect(await folder(id)).not.toBeNull();
      }
    });

    it('is open for their own, and for whoever may change all', async () => {
      const own = await makeFolder(reporter);
      const within = await upload(reporter, own);
      const beside = await upload(reporter);
      await send('post', '/actions/bulk-delete', reporter)
        .send({ fileIds: [beside.id], folderIds: [own] })
        .expect(200);
      expect([await file(within.id), await file(beside.id), await folder(own)]).toEqual([null, null, null]);
      const left = await upload(reporter);
      await send('post', '/actions/bulk-delete', editor)
        .send({ fileIds: [left.id] })
        .expect(200);
      expect(await file(left.id)).toBeNull();
    });
  });

  describe('moving', () => {
    it('a file of somebody else, or a folder that has one', async () => {
      const theirs = await upload(editor);
      const own = await makeFolder(reporter);
      const within = await upload(editor, own);
      const destinationFolderId = await makeFolder(reporter);
      for (const what of [{ fileIds: [theirs.id] }, { folderIds: [own] }]) {
        await send('post', '/actions/bulk-move', reporter)
          .send({ ...what, destinationFolderId })
          .expect(403);
      }
      const { name } = (await folder(own)) ?? { name: '' };
      await send('put', `/folders/${own}`, reporter).send({ name, parent: destinationFolderId }).expect(403);
      expect((await file(theirs.id))?.folderPath).toBe('/');
      expect((await file(within.id))?.folderPath).toBe((await folder(own))?.path);
    });

    it('is open for their own', async () => {
      const own = await upload(reporter);
      const destinationFolderId = await makeFolder(reporter);
      await send('post', '/actions/bulk-move', reporter)
        .send({ fileIds: [own.id], destinationFolderId })
        .expect(200);
      expect((await file(own.id))?.folderPath).toBe((await folder(destinationFolderId))?.path);
    });
  });

  it('renaming a folder of somebody else', async () => {
    const theirs = await makeFolder(editor);
    await send('put', `/folders/${theirs}`, reporter).send({ name: 'Forged' }).expect(403);
    expect((await folder(theirs))?.name).not.toBe('Forged');
    const own = await makeFolder(reporter);
    const name = title();
    await send('put', `/folders/${own}`, reporter).send({ name }).expect(200);
    expect((await folder(own))?.name).toBe(name);
  });

  it('having descriptions written for files of somebody else, or for all', async () => {
    const theirs = await upload(editor);
    await send('post', '/actions/generate-ai-metadata', reporter)
      .send({ fileIds: [theirs.id] })
      .expect(403);
    await send('post', '/ai-metadata-jobs', reporter).expect(403);
  });

  it('by whoever has the right without a condition from another role too', async () => {
    const { strapi } = newsroom();
    const name = `files-${process.pid}-${newsroom().database}`;
    const { token } = await createAdminUser(strapi, name, [
      ...mayWith(strapi, 'api::article.article', ['read']),
      { action: 'plugin::upload.assets.update' },
    ]);
    const theirs = await upload(editor);
    await send('post', '/actions/bulk-delete', token)
      .send({ fileIds: [theirs.id] })
      .expect(200);
    expect(await file(theirs.id)).toBeNull();
  });
};
