import type { Core } from '@strapi/strapi';
import { databaseTime } from '../clock/database-time';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';

type Context = Parameters<Core.MiddlewareHandler>[0];

interface Cover {
  id: number;
  hash: string;
}

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

/** Whether readers have the file already, as the cover of another article. */
const isPublished = async (strapi: Core.Strapi, { id }: Cover): Promise<boolean> =>
  (await strapi.db.query(ARTICLE).count({ where: { publishedAt: { $notNull: true }, cover: { id } } })) > 0;

/** Whether one of these names is of the cover of an article under embargo, or of a rendition of it. */
const isWithheld = async (strapi: Core.Strapi, names: readonly string[]): Promise<boolean> => {
  const now = await databaseTime(strapi);
  const embargoed: { cover: Cover | null }[] = await strapi.db.query(ARTICLE).findMany({
    select: ['id'],
    where: { publishedAt: null, embargoUntil: { $gt: now } },
    populate: { cover: { select: ['id', 'hash'] } },
  });
  for (const { cover } of embargoed) {
    // Renditions are called small_, medium_ … and the hash of the file.
    if (!cover?.hash || !names.some((name) => name.includes(cover.hash.toLowerCase()))) continue;
    if (!(await isPublished(strapi, cover))) return true;
  }
  return false;
};

/**
 * Keeps the covers of articles under embargo from everybody who has their address: files are served without a sign-in, and
 * addresses of pictures are guessed, mailed and kept by browsers. Where the database cannot be asked, the request fails.
 */
export const withholdEmbargoedFiles = (strapi: Core.Strapi): void => {
  const withholdEmbargoedFile = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    const segments = pathSegments(ctx.path);
    if (!segments?.includes('uploads')) return next();
    if (!(await readUnrestricted(() => isWithheld(strapi, segments)))) return next();
    ctx.status = 404;
    ctx.type = 'text/plain; charset=utf-8';
    ctx.set('Cache-Control', 'no-store');
    ctx.body = 'Not Found';
    return undefined;
  };
  strapi.server.use(withholdEmbargoedFile);
};
