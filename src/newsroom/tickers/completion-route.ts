import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { canonicalSymbol } from 'strapi-plugin-quote-snapshots/instruments';
import { z } from 'zod';
import { checkIsin, checkMic, checkSymbol, type Check } from '../records/identifiers';
import { refusalDetails } from '../refusals/refusal-details';
import type { RefusalCode } from '../refusals/refusal-reason';
import { permissionChecker } from '../strapi/permission-checker';
import { TICKER } from '../type-names';
import { completeTicker } from './complete-ticker';
import { COMPLETION_SOURCES, type Completion } from './completion';

/** An identifier in its stored form; a wrong one is refused with the fault. */
const identifier = (check: Check, normalize = (text: string): string => text.trim().toUpperCase()) =>
  z
    .string()
    .max(40)
    .transform(normalize)
    .superRefine((value, { addIssue }) => {
      const fault = check(value);
      if (fault) addIssue({ code: 'custom', message: fault });
    });

const body = z.strictObject({
  source: z.enum(COMPLETION_SOURCES),
  symbol: identifier(checkSymbol, canonicalSymbol),
  mic: identifier(checkMic),
  isin: identifier(checkIsin).optional(),
});

/** The code of the message for each wrong identifier. */
const FAULTS: Readonly<Record<string, RefusalCode>> = {
  symbol: 'notASymbol',
  mic: 'notAMarket',
  isin: 'notAnIsin',
};

const partOf = (path: readonly PropertyKey[], message: string, request: unknown) => {
  const field = String(path[0] ?? '');
  const code = FAULTS[field];
  const value = (request as { body?: Record<string, unknown> }).body?.[field];
  const reason =
    code && typeof value === 'string' ? { code, values: { value: value.slice(0, 80) } } : undefined;
  return { path: [field], name: 'ValidationError', message, ...(reason ? { reason } : {}) };
};

/** The fields that the role may fill in, for a new ticker or an existing one. */
const permitted = (
  strapi: Core.Strapi,
  userAbility: unknown,
  fields: Completion['fields'],
): Completion['fields'] => {
  const { can } = permissionChecker(strapi, userAbility, TICKER);
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => can.create(undefined, field) || can.update(undefined, field)),
  );
};

/** `POST /newsroom/tickers/completion`: what the provider or OpenFIGI knows about a listing. Writes nothing. */
const showCompletion =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const { userAbility } = ctx.state;
    const { cannot } = permissionChecker(strapi, userAbility, TICKER);
    // Asking uses quota, so only users who can use the answer may ask.
    if (cannot.create() && cannot.update()) {
      throw new errors.PolicyError(
        'Your role may neither add nor change tickers.',
        refusalDetails('lookUpNotAllowed'),
      );
    }
    const given = body.safeParse((ctx.request as { body?: unknown }).body);
    if (!given.success) {
      throw new errors.ValidationError(`The ticker cannot be looked up. ${z.prettifyError(given.error)}`, {
        errors: given.error.issues.map(({ path, message }) => partOf(path, message, ctx.request)),
      });
    }
    const { source, ...lookup } = given.data;
    const { fields, fault } = await completeTicker(strapi, source, lookup);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: { fields: permitted(strapi, userAbility, fields), fault } };
  };

/** Adds the route, for users who may add or change tickers. Must be called before routes are mounted. */
export const addTickerCompletion = (strapi: Core.Strapi): void => {
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [
      {
        method: 'POST',
        path: '/tickers/completion',
        handler: showCompletion(strapi),
        info: { pluginName: 'admin', type: 'admin' },
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  });
};
