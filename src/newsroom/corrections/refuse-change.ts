import type { Core, Modules } from '@strapi/strapi';
import { localesOfAction } from '../strapi/locales';
import type { Transaction } from '../strapi/fail-at-commit';
import { readGivenChange } from './judge-change';
import { readHistory } from './publication-history';
import { recordEarlierPublication } from './record-earlier-publication';
import { refuseIfRetracted } from './refuse-if-retracted';

type Context = Parameters<Modules.Documents.Middleware.Middleware>[0];

interface Params {
  documentId?: string;
  locale?: unknown;
  data?: Record<string, unknown>;
}

/**
 * Checks the declared change before the publication's first write, so that a caller who catches the error has published nothing. If
 * the text that readers see now is not in the record, it is recorded.
 *
 * @param context of `publish`, or of `create` or `update` with status "published"
 * @throws ValidationError for a retracted article, and for a change that is declared wrongly
 */
export const refuseChange = async (
  strapi: Core.Strapi,
  trx: Transaction,
  context: Context,
): Promise<void> => {
  const { documentId, locale, data = {} } = context.params as Params;
  if (context.action === 'create' || documentId === undefined) {
    readGivenChange({ kind: data.changeKind, note: data.changeNote }, undefined);
    return;
  }
  const wanted = await localesOfAction(strapi, locale);
  const isUpdate = context.action === 'update';
  let history = await readHistory(strapi, documentId);
  for (const [code, one] of history) {
    if (await recordEarlierPublication(strapi, trx, documentId, code, one)) {
      history = await readHistory(strapi, documentId);
    }
  }
  for (const [code, { last, changeKind, changeNote }] of history) {
    if (wanted && !wanted.includes(code)) continue;
    refuseIfRetracted(last, code);
    const { changeKind: kind = changeKind, changeNote: note = changeNote } = isUpdate ? data : {};
    readGivenChange({ kind, note }, last);
  }
  // A new locale has no history.
  const isNew = isUpdate && wanted?.every((code) => !history.has(String(code)));
  if (isNew) readGivenChange({ kind: data.changeKind, note: data.changeNote }, undefined);
};
