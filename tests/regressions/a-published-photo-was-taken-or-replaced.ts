import { adminToken } from '../attack/attackers';
import { signInAs } from '../support/admin-user';
import { authorizeToken } from '../support/api-token';
import { ARTICLE, body, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { findFile, makeFolder, PIXEL, uploadPicture, type UploadedFile } from '../support/files';
import { callTool } from '../support/mcp';

/**
 * Whoever may change a file could delete it from under a published article, or put another picture in its place, without
 * a publication: a reporter the photo that they had brought, after an editor had published it.
 */
export const regression: Suite = (newsroom) => {
  let reporter = '';
  let editor = '';
  let token = '';
  beforeAll(async () => {
    const { strapi } = newsroom();
    reporter = await signInAs(strapi, 'newsroom-reporter');
    editor = await signInAs(strapi, 'newsroom-editor');
    token = (await authorizeToken(strapi, 'full-access')).replace('Bearer ', '');
  });

  const publishWith = async (data: object): Promise<string> => {
    const { documentId } = await newsroom()
      .strapi.documents(ARTICLE)
      .create({ data: { title: title(), body: body('Quiet day.'), ...data }, status: 'published' });
    return documentId;
  };
  const published = async (): Promise<UploadedFile> => {
    const file = await uploadPicture(newsroom(), reporter);
    await publishWith({ cover: file.id });
    return file;
  };
  const send = (method: 'post' | 'put' | 'delete', path: string, bearer: string) =>
    newsroom().http()[method](path).set('authorization', `Bearer ${bearer}`);
  const whoever = (): [string, string][] => [
    ['the reporter', reporter],
    ['an editor', editor],
    ['a super admin', newsroom().adminToken],
  ];

  it('is deleted by nobody, alone or with others', async () => {
    const file = await published();
    const beside = await uploadPicture(newsroom(), reporter);
    for (const [who, bearer] of whoever()) {
      const alone = await send('delete', `/upload/files/${file.id}`, bearer);
      expect([who, alone.status, alone.body.error?.message]).toEqual([
        who,
        400,
        expect.stringMatching(
          /“Story .*\.png” is shown in the published article “Story .*unpublish it first/,
        ),
      ]);
      const fileIds = [beside.id, file.id];
      await send('post', '/upload/actions/bulk-delete', bearer).send({ fileIds }).expect(400);
    }
    await send('delete', `/api/upload/files/${file.id}`, token).expect(400);
    expect(await findFile(newsroom(), file.id)).toMatchObject({ url: file.url });
    expect(await findFile(newsroom(), beside.id)).not.toBeNull();
    // The bytes are there too: Strapi takes them away before it deletes the row.
    await newsroom().http().get(file.url).expect(200);
  });

  it('is deleted with no folder, and nothing else of the request is', async () => {
    const folder = await makeFolder(newsroom(), reporter);
    const file = await uploadPicture(newsroom(), reporter, folder);
    const beside = await uploadPicture(newsroom(), reporter);
    await publishWith({ cover: file.id });
    await send('post', '/upload/actions/bulk-delete', reporter)
      .send({ fileIds: [beside.id], folderIds: [folder] })
      .expect(400);
    expect(await findFile(newsroom(), file.id)).not.toBeNull();
    expect(await findFile(newsroom(), beside.id)).not.toBeNull();
  });

  it('is replaced by nobody', async () => {
    const file = await published();
    const before = await findFile(newsroom(), file.id);
    const other = { filename: 'other.png', contentType: 'image/png' };
    for (const [, bearer] of whoever()) {
      await send('post', `/upload/files/${file.id}/replace`, bearer)
        .field('fileInfo', '{}')
        .attach('files', PIXEL, other)
        .expect(400);
      await send('post', `/upload?id=${file.id}`, bearer)
        .field('fileInfo', '{}')
        .attach('files', PIXEL, other)
        .expect(400);
    }
    await send('post', `/api/upload?id=${file.id}`, token).attach('files', PIXEL, other).expect(400);
    expect(await findFile(newsroom(), file.id)).toEqual(before);
  });

  it('is described anew by those only who may change every file', async () => {
    const file = await published();
    const info = { alternativeText: 'Something else' };
    await send('put', `/upload/files/${file.id}`, reporter).send({ fileInfo: info }).expect(400);
    await send('post', '/upload/actions/bulk-update', reporter)
      .send({ updates: [{ id: file.id, fileInfo: info }] })
      .expect(400);
    expect((await findFile(newsroom(), file.id))?.alternativeText).toBeNull();
    await send('put', `/upload/files/${file.id}`, editor).send({ fileInfo: info }).expect(200);
    expect((await findFile(newsroom(), file.id))?.alternativeText).toBe('Something else');
  });

  it('is taken by no agent', async () => {
    const file = await published();
    const agent = await adminToken(newsroom().strapi, 'newsroom-editor');
    const answer = await callTool(newsroom(), agent, 'media_delete_assets', {
      ids: [file.id],
      dryRun: false,
    });
    expect(JSON.stringify(answer)).toContain('is shown in the published article');
    expect(await findFile(newsroom(), file.id)).not.toBeNull();
  });

  it('stands in the text of an article as well', async () => {
    const { name, url, hash } = await uploadPicture(newsroom(), reporter);
    const { id } = (await newsroom().strapi.db.query('plugin::upload.file').findOne({ where: { hash } })) as {
      id: number;
    };
    const image = { name, url, hash, ext: '.png', mime: 'image/png', width: 1, height: 1, size: 1 };
    await publishWith({
      body: [
        {
          type: 'image',
          image: { ...image, provider: 'local', createdAt: '2026-01-01', updatedAt: '2026-01-01' },
          children: [{ type: 'text', text: '' }],
        },
      ],
    });
    await send('delete', `/upload/files/${id}`, editor).expect(400);
  });

  it('goes once no published article shows it', async () => {
    const [draft, file] = [await uploadPicture(newsroom(), reporter), await published()];
    await newsroom()
      .strapi.documents(ARTICLE)
      .create({ data: { title: title(), cover: draft.id } });
    await send('delete', `/upload/files/${draft.id}`, reporter).expect(200);
    const article = await newsroom()
      .strapi.documents(ARTICLE)
      .findFirst({ filters: { cover: { id: file.id } }, status: 'draft' });
    await newsroom()
      .strapi.documents(ARTICLE)
      .unpublish({ documentId: article?.documentId ?? '' });
    await send('delete', `/upload/files/${file.id}`, reporter).expect(200);
    expect(await findFile(newsroom(), file.id)).toBeNull();
  });
};
