import type { Core, Modules } from '@strapi/strapi';
import { fieldError } from './field-error';

type Middleware = Modules.Documents.Middleware.Middleware;
type Uid = Parameters<Middleware>[0]['uid'];

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Whether an id belongs to a version of the document. Clients send back what they read, which changes nothing. */
const isVersionOf = async (
  strapi: Core.Strapi,
  uid: Uid,
  documentId: string | undefined,
  id: unknown,
): Promise<boolean> =>
  documentId !== undefined &&
  (typeof id === 'number' || typeof id === 'string') &&
  (await strapi.db.query(uid).count({ where: { documentId, id } })) > 0;

/**
 * Refuses `documentId` and `id` in the data of a write, because its parameters say which document it writes. Strapi's content
 * manager passed the `documentId` of the body to the database, so that an entry became a version of another document and was
 * published with it.
 */
export const refuseIdentityInData =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const { uid, action } = context;
    const params = context.params as { documentId?: string; data?: Record<string, unknown> };
    if (!['create', 'update', 'clone'].includes(action) || !params.data) return next();
    const { documentId, id, ...data } = params.data;
    const own = action === 'create' ? undefined : params.documentId;

    if (isGiven(documentId) && documentId !== own) {
      throw fieldError(
        'documentId',
        documentId,
        'a write cannot say which document it belongs to; leave it out, or use the address of that document.',
      );
    }
    if (isGiven(id) && (action !== 'update' || !(await isVersionOf(strapi, uid, own, id)))) {
      throw fieldError('id', id, 'the id of an entry is given by the database; leave it out.');
    }
    params.data = data;
    return next();
  };
