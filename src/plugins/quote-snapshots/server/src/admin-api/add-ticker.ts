import type { Core, Struct, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { exchangeLabel } from '../detection';
import { companyName } from '../detection/names/company-name';
import { formatInstrument, type Instrument } from '../instruments/instrument';
import type { TickerDirectory } from '../instruments/ticker-directory';
import type { QuoteDesk } from '../providers';
import { refused } from '../reasons/refused';
import { hasDrafts } from '../strapi/enabled-types';
import { permissionChecker } from '../strapi/permission-checker';

/** How long the editor who clicked waits for the provider's answer, in milliseconds. */
const ANSWER_WITHIN_MS = 5_000;

type Data = Record<string, unknown>;

/** The user who adds a ticker: the ability of the role, and the id of the user, which Strapi stores as the creator. */
export interface Adder {
  ability: unknown;
  userId: number;
}

export interface AddedTicker {
  id: number;
  documentId: string;
  /** False if the newsroom already had it. Then undoing must not delete it. */
  isNew: boolean;
}

const modelOf = (strapi: Core.Strapi, uid: string | undefined) =>
  Object.values(strapi.contentTypes).find((type) => type.uid === uid);

/** Whether the role may create documents of a type, and publish them where the type has drafts. */
const mayCreatePublished = (strapi: Core.Strapi, ability: unknown, uid: string | undefined): boolean => {
  const model = modelOf(strapi, uid);
  if (!model) return false;
  const { cannot } = permissionChecker(strapi, ability, model.uid);
  return !cannot.create() && !(hasDrafts(model) && cannot.publish());
};

/** Creates a published document with those fields that the type has and that the role may write. */
const createPublished = async (
  strapi: Core.Strapi,
  uid: string,
  data: Data,
  { ability, userId }: Adder,
): Promise<Data> => {
  const model = strapi.contentType(uid as UID.ContentType);
  const known = Object.fromEntries(
    Object.entries(data).filter(
      ([name, value]) => name in model.attributes && value !== null && value !== undefined,
    ),
  );
  const allowed = await permissionChecker(strapi, ability, uid).sanitizeCreateInput(known);
  return strapi.documents(uid as UID.ContentType).create({
    data: { ...allowed, createdBy: userId, updatedBy: userId },
    ...(hasDrafts(model) ? { status: 'published' } : {}),
  });
};

/** The documentId of a company with one of these names; undefined if there is none. */
const findCompany = async (
  strapi: Core.Strapi,
  model: Struct.ContentTypeSchema,
  names: readonly string[],
): Promise<string | undefined> => {
  const attributes = ['name', 'legalName'].filter((attribute) => attribute in model.attributes);
  const existing: { documentId: string } | null = await strapi.db.query(model.uid).findOne({
    where: { $or: attributes.flatMap((attribute) => names.map((name) => ({ [attribute]: { $eqi: name } }))) },
    select: ['documentId'],
  });
  return existing?.documentId;
};

/**
 * The documentId of the company of a listing. If there is none, it is created with the name from the text, or else from the
 * provider. Null if neither knows a name, or if the role may not create companies.
 */
const companyOf = async (
  strapi: Core.Strapi,
  uid: string | undefined,
  { printed, known }: { printed: string | null; known: string | null },
  adder: Adder,
): Promise<string | null> => {
  const model = modelOf(strapi, uid);
  const named = companyName(printed, known);
  if (!uid || !named || !model || !('name' in model.attributes)) return null;
  const { name, legalName } = named;
  const existing = await findCompany(
    strapi,
    model,
    [name, legalName, known].filter((one) => one !== null),
  );
  if (existing !== undefined) return existing;
  if (!mayCreatePublished(strapi, adder.ability, uid)) return null;
  const company = await createPublished(strapi, uid, { name, legalName }, adder);
  return company.documentId as string;
};

/** Whether the role may add tickers; false if the app has no content type for them. */
export const mayAddTicker = (
  strapi: Core.Strapi,
  { type }: Pick<TickerDirectory, 'type'>,
  ability: unknown,
): boolean => mayCreatePublished(strapi, ability, type);

/**
 * Adds the ticker of an instrument, and its company, with what the provider knows of them. Both are created through the document
 * service, so the app's own checks apply, and so do the role's permissions for each field.
 *
 * @param printed the company's name in the text, which a new company gets
 * @returns the ticker, also if the newsroom already had it
 * @throws PolicyError, NotFoundError if the app has no tickers, ValidationError of the app's own checks
 */
export const addTicker = async (
  strapi: Core.Strapi,
  { directory, desk }: { directory: TickerDirectory; desk: QuoteDesk },
  { instrument, printed }: { instrument: Instrument; printed: string | null },
  adder: Adder,
): Promise<AddedTicker> => {
  const uid = directory.type;
  if (!uid) throw new errors.NotFoundError('This app has no content type for tickers (option tickerType).');
  if (!mayAddTicker(strapi, directory, adder.ability))
    throw new errors.PolicyError('Your role may not add tickers.', refused('adding-not-allowed'));
  const known = (await directory.withSymbols([instrument.symbol])).find(({ mic }) => mic === instrument.mic);
  if (known) return { id: known.id, documentId: known.documentId, isNew: false };

  // The provider is asked before the transaction, so that no network call is made while one is open.
  const answers = await desk.getQuotes([instrument], { timeoutMs: ANSWER_WITHIN_MS });
  const answer = answers.get(formatInstrument(instrument));
  const quote = answer && 'quote' in answer ? answer.quote : null;
  return strapi.db.transaction(async () => {
    const names = { printed, known: quote?.name ?? null };
    const company = await companyOf(strapi, directory.companyType, names, adder);
    const data = {
      symbol: instrument.symbol,
      mic: instrument.mic,
      exchange: exchangeLabel(instrument.mic) ?? quote?.exchange,
      name: quote?.name ?? printed,
      currency: quote?.currency,
      company,
    };
    const ticker = await createPublished(strapi, uid, data, adder);
    return { id: ticker.id as number, documentId: ticker.documentId as string, isNew: true };
  });
};
