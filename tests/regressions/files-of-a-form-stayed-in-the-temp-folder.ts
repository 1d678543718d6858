import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Suite } from '../support/describe-newsroom';

/** Those of these files whose content has the marker in it; what other programs took away meanwhile has none. */
const withMarker = (files: string[], marker: string): string[] =>
  files.filter((file) => {
    try {
      return statSync(file).isFile() && statSync(file).size < 100_000 && readFileSync(file).includes(marker);
    } catch {
      return false;
    }
  });

/** Files in the temp folder, or in a folder of a request's own in it, that hold the marker. */
const left = (marker: string): string[] => {
  const inside = (folder: string) => readdirSync(folder).map((name) => path.join(folder, name));
  const own = inside(tmpdir()).filter((name) => path.basename(name).startsWith('quotemark-upload-'));
  return withMarker([...inside(tmpdir()), ...own.flatMap(inside)], marker);
};

/** Waits for what another process or a socket does. */
const until = async (happened: () => boolean): Promise<void> => {
  for (let tries = 0; !happened(); tries += 1) {
    if (tries > 200) throw new Error('It did not happen.');
    await setTimeout(50);
  }
};

/** A picture of one pixel, with the marker behind it. */
const PIXEL = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');
const picture = (marker: string): Buffer => Buffer.concat([PIXEL, Buffer.from(marker)]);

export const regression: Suite = (newsroom) => {
  const marked = () => randomBytes(12).toString('hex');

  it.each([
    '/api/articles',
    '/api/upload',
    '/API//upload/',
    '/upload',
    '/upload/files',
    '/admin/login',
    '/content-manager/collection-types/api::article.article',
    '/graphql',
    '/GraphQL/',
    '/nowhere',
  ])('of a visitor, sent to %s', async (where) => {
    const marker = marked();
    const { status } = await newsroom().http().post(where).attach('files', picture(marker), 'a.gif');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(left(marker)).toEqual([]);
  });

  describe('of somebody with the right to upload', () => {
    const send = (where: string) =>
      newsroom().http().post(where).set('authorization', `Bearer ${newsroom().adminToken}`);

    it('sent where files are wanted', async () => {
      const marker = marked();
      const answer = await send('/upload').attach('files', picture(marker), 'a.gif');
      expect(answer.status).toBe(201);
      expect(left(marker)).toEqual([]);
      const { strapi } = newsroom();
      const file = await strapi.db.query('plugin::upload.file').findOne({ where: { id: answer.body[0].id } });
      await strapi.plugin('upload').service('upload').remove(file);
    });

    it('sent there under a name that nobody reads', async () => {
      const marker = marked();
      await send('/upload').attach('other', picture(marker), 'a.gif').expect(400);
      expect(left(marker)).toEqual([]);
    });

    it('sent where they are not wanted', async () => {
      const marker = marked();
      await send('/content-manager/collection-types/api::article.article').attach(
        'files',
        picture(marker),
        'a.gif',
      );
      expect(left(marker)).toEqual([]);
    });

    /** Begins to send a form and stops in the middle of its file. */
    const begin = (marker: string, port: number): ClientRequest => {
      const sending = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/upload',
        headers: {
          authorization: `Bearer ${newsroom().adminToken}`,
          'content-type': 'multipart/form-data; boundary=edge',
          'content-length': '50000',
        },
      });
      sending.on('error', () => undefined);
      sending.write(
        '--edge\r\ncontent-disposition: form-data; name="files"; filename="a.gif"\r\ncontent-type: image/gif\r\n\r\n',
      );
      sending.write(picture(marker));
      sending.write('x'.repeat(20_000));
      return sending;
    };

    it('where the sender hangs up', async () => {
      const { strapi } = newsroom();
      const marker = marked();
      const server = strapi.server.httpServer.listen(0, '127.0.0.1');
      await once(server, 'listening');
      try {
        const sending = begin(marker, (server.address() as AddressInfo).port);
        await until(() => left(marker).length > 0);
        sending.destroy();
        await until(() => left(marker).length === 0);
      } finally {
        await new Promise((resolve) => server.close(resolve));
      }
    });
  });
};
