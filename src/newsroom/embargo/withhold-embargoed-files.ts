import { posix } from 'node:path';
import type { Core } from '@strapi/strapi';
import { readEmbargoedPictures } from './embargoed-pictures';
import { isPublishedPicture } from './published-pictures';

type Context = Parameters<Core.MiddlewareHandler>[0];

/**
 * The parts of a path as the file server takes it: it decodes once, and drops dot segments. All of them are looked at, so that
 * no spelling of an address leads past; undefined where the path cannot be decoded, which the file server refuses.
 */
export const pathSegments = (path: string): string[] | undefined => {
  try {
    return decodeURIComponent(path).toLowerCase().split(/[/\\]/).filter(Boolean);
  } catch {
    return undefined;
  }
};

/** Whether a file is a picture of an article under embargo, or a rendition of one, and nothing else shows it to readers. */
const isWithheld = async (strapi: Core.Strapi, file: string): Promise<boolean> => {
  const pictures = await readEmbargoedPictures(strapi, file);
  const hashes = new Set(
    pictures.map(({ hash }) => hash).filter((hash) => file.includes(hash.toLowerCase())),
  );
  for (const hash of hashes) {
    if (!(await isPublishedPicture(strapi, hash))) return true;
  }
  return false;
};

/**
 * Keeps the pictures of articles under embargo from everybody who has their address: files are served without a sign-in, and
 * addresses of pictures are guessed, mailed and kept by browsers. Where the database cannot be asked, the request fails.
 */
export const withholdEmbargoedFiles = (strapi: Core.Strapi): void => {
  const withholdEmbargoedFile = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    const segments = pathSegments(ctx.path);
    if (!segments?.includes('uploads')) return next();
    // The file server resolves /uploads/a.png/b/.. likewise.
    const file = posix.basename(posix.normalize(`/${segments.join('/')}`));
    if (file === '' || !(await isWithheld(strapi, file))) return next();
    ctx.status = 404;
    ctx.type = 'text/plain; charset=utf-8';
    ctx.set('Cache-Control', 'no-store');
    ctx.body = 'Not Found';
    return undefined;
  };
  strapi.server.use(withholdEmbargoedFile);
};
