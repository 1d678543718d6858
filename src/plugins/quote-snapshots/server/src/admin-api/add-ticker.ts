import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { exchangeLabel } from '../detection';
import { formatInstrument, type Instrument } from '../instruments/instrument';
import type { TickerDirectory } from '../instruments/ticker-directory';
import type { QuoteDesk } from '../providers';
import { hasDrafts } from '../strapi/enabled-types';
import type { DocumentAccess } from './document-access';

/** An editor who has clicked waits no longer than this for what the provider knows. */
const ANSWER_WITHIN_MS = 5_000;

type Data = Record<string, unknown>;

/** Who adds: the role's ability, and the id that Strapi notes as the creator. */
export interface Adder {
  ability: unknown;
  userId: number;
}

export interface AddTickerOptions {
  strapi: Core.Strapi;
  directory: TickerDirectory;
  desk: QuoteDesk;
  access: DocumentAccess;
}

/**
 * Adds the ticker of an instrument, and its company, filled in from what the provider says. Both go through the
 * document service: the app's own checks apply, and so do the role's permissions, field by field.
 */
export const createAddTicker = ({ strapi, directory, desk, access }: AddTickerOptions) => {
  const modelOf = (uid: string | undefined) =>
    Object.values(strapi.contentTypes).find((type) => type.uid === uid);

  /** Whether this role may add documents of this type that count at once. */
  const mayAdd = (ability: unknown, uid: string | undefined): boolean => {
    const model = modelOf(uid);
    if (!model) return false;
    const { cannot } = access.checker(ability, model.uid);
    return !cannot.create() && !(hasDrafts(model) && cannot.publish());
  };

  const create = async (uid: string, data: Data, { ability, userId }: Adder): Promise<Data> => {
    const model = strapi.contentType(uid as UID.ContentType);
    const known = Object.fromEntries(
      Object.entries(data).filter(
        ([name, value]) => name in model.attributes && value !== null && value !== undefined,
      ),
    );
    const allowed = await access.checker(ability, uid).sanitizeCreateInput(known);
    return strapi.documents(uid as UID.ContentType).create({
      data: { ...allowed, createdBy: userId, updatedBy: userId },
      ...(hasDrafts(model) ? { status: 'published' } : {}),
    });
  };

  /** The documentId of the company of this name, added where the newsroom has none; null where it cannot be. */
  const companyNamed = async (name: string | null, adder: Adder): Promise<string | null> => {
    const uid = directory.companyType;
    const model = modelOf(uid);
    if (!uid || !name || !model || !('name' in model.attributes)) return null;
    const existing: { documentId: string } | null = await strapi.db
      .query(uid)
      .findOne({ where: { name: { $eqi: name } }, select: ['documentId'] });
    if (existing) return existing.documentId;
    if (!mayAdd(adder.ability, uid)) return null;
    const company = await create(uid, { name }, adder);
    return company.documentId as string;
  };

  return {
    mayAdd: (ability: unknown): boolean => mayAdd(ability, directory.type),

    /**
     * @returns the ticker's row id and documentId; an instrument that the newsroom has is not added twice
     * @throws ForbiddenError, NotFoundError where the app has no tickers, ValidationError of the app's own checks
     */
    async add(instrument: Instrument, adder: Adder): Promise<{ id: number; documentId: string }> {
      const uid = directory.type;
      if (!uid) throw new errors.NotFoundError('This app has no content type for tickers (tickerType).');
      if (!mayAdd(adder.ability, uid)) throw new errors.ForbiddenError('Your role may not add tickers.');
      const known = (await directory.withSymbols([instrument.symbol])).find(
        ({ mic }) => mic === instrument.mic,
      );
      if (known) return { id: known.id, documentId: known.documentId };

      // Asked before the transaction: no network call is made while one is open.
      const answers = await desk.getQuotes([instrument], { timeoutMs: ANSWER_WITHIN_MS });
      const answer = answers.get(formatInstrument(instrument));
      const quote = answer && 'quote' in answer ? answer.quote : null;
      return strapi.db.transaction(async () => {
        const company = await companyNamed(quote?.name ?? null, adder);
        const ticker = await create(
          uid,
          {
            symbol: instrument.symbol,
            mic: instrument.mic,
            exchange: exchangeLabel(instrument.mic) ?? quote?.exchange,
            name: quote?.name,
            currency: quote?.currency,
            company,
          },
          adder,
        );
        return { id: ticker.id as number, documentId: ticker.documentId as string };
      });
    },
  };
};
