import type { Newsroom } from './newsroom';
import { title } from './articles';

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export interface UploadedFile {
  id: number;
  name: string;
  url: string;
  hash: string;
  folderPath: string;
  alternativeText: string | null;
}

/** Uploads a picture in the admin UI's way. @param token bearer token of a person of the admin */
export const uploadPicture = async (
  { http }: Newsroom,
  token: string,
  folder: number | null = null,
): Promise<UploadedFile> => {
  const name = `${title()}.png`;
  const answer = await http()
    .post('/upload')
    .set('authorization', `Bearer ${token}`)
    .field('fileInfo', JSON.stringify({ name, folder }))
    .attach('files', PIXEL, { filename: name, contentType: 'image/png' })
    .expect(201);
  return answer.body[0];
};

/** Makes a folder of the media library; its id. */
export const makeFolder = async (
  { http }: Newsroom,
  token: string,
  parent: number | null = null,
): Promise<number> => {
  const answer = await http()
    .post('/upload/folders')
    .set('authorization', `Bearer ${token}`)
    .send({ name: title(), parent })
    .expect(201);
  return answer.body.data.id;
};

/** A file's row; null where it is gone. */
export const findFile = ({ strapi }: Newsroom, id: number): Promise<UploadedFile | null> =>
  strapi.db.query('plugin::upload.file').findOne({ where: { id } });
