import type { Core } from '@strapi/strapi';
import type { Transaction } from '../strapi/fail-at-commit';
import { TIME_FIELDS, timesOf } from './article-times';
import { lockVersions, writeTimes } from './stored-times';
import type { Context, WriteParams } from './write-call';

type Entry = { id: number; locale: string } & Record<string, unknown>;

/** Runs `discardDraft`, which makes a new draft of what is published: its times are those of the draft before. */
export const discardWithTimes = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { params }: Context,
  next: () => Promise<unknown>,
): Promise<unknown> => {
  const { documentId } = params as WriteParams;
  const drafts = documentId
    ? (await lockVersions(strapi, trx, documentId)).filter(({ isPublished }) => !isPublished)
    : [];
  const result = (await next()) as { entries: Entry[] };
  for (const entry of result.entries) {
    const before = drafts.find(({ locale }) => locale === entry.locale);
    if (!before || TIME_FIELDS.every((field) => before[field] === null)) continue;
    await writeTimes(strapi, trx, [entry.id], timesOf(before));
    for (const field of TIME_FIELDS) if (field in entry) entry[field] = before[field];
  }
  return result;
};
