import { posix } from 'node:path';
import type { Core } from '@strapi/strapi';
import { readEmbargoedPictures } from './embargoed-pictures';
import { isPublishedPicture } from './published-pictures';

type Context = Parameters<Core.MiddlewareHandler>[0];

/**
 * The parts of a path as the file server resolves it: it decodes once and removes dot segments. All parts are checked, so that no
 * spelling of an address avoids the check. Undefined if the path cannot be decoded; the file server refuses those.
 */
export const pathSegments = (path: string): string[] | undefined => {
  try {
    return decodeURIComponent(path).toLowerCase().split(/[/\\]/).filter(Boolean);
  } catch {
    return undefined;
  }
};

/** Whether a file is a picture of an article under embargo, or a rendition of one, and no published content shows it. */
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
 * Refuses the pictures of articles under embargo to everybody. Files are served without sign-in, and addresses of pictures can be
 * guessed, sent by mail or kept by browsers. If the database cannot be asked, the request fails.
 */
export const withholdEmbargoedFiles = (strapi: Core.Strapi): void => {
  const withholdEmbargoedFile = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    const segments = pathSegments(ctx.path);
    if (!segments?.includes('uploads')) return next();
    // The file server resolves /uploads/a.png/b/.. in the same way.
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
