import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { RefusalCode, RefusalReason } from '../../refusals/refusal-reason';
import { permissionChecker } from '../../strapi/permission-checker';
import { findPerson, personAbility } from '../../strapi/person-ability';
import type { Ability } from '../../strapi/request-ability';
import { ARTICLE } from '../../type-names';
import { asksForLocaleOnly } from '../../visibility/locale-conditions';
import type { TimedRow } from '../stored-times';
import { readSchedulers } from './scheduler';

/** How long the account and the permissions of a person count as they were read: a second, in which a turn is taken anyway. */
const RIGHTS_HOLD_MS = 1_000;

const PUBLISH = 'plugin::content-manager.explorer.publish';

/** Refuses to publish what was scheduled by a person who has lost the right to publish since, or by a token that was deleted. */
export type SchedulerCheck = (row: TimedRow) => Promise<void>;

interface Rights {
  /** By the clock of `performance`. */
  readAt: number;
  /** Undefined for a person without an account that works. */
  ability: Ability | undefined;
}

const refuse = (code: RefusalCode, why: string): never => {
  const message = `${why} Somebody who may publish has to schedule it again.`;
  const reason: RefusalReason = { code, values: {} };
  throw new errors.PolicyError(message, {
    errors: [{ path: ['publishAt'], name: 'PolicyError', message, reason }],
  });
};

/** The draft as conditions of permissions look at it. Those of most roles look at its locale alone, which the row has. */
const judgedDraft = async (
  strapi: Core.Strapi,
  ability: Ability,
  { id, locale }: TimedRow,
): Promise<object | null> => {
  const rules = ability.rulesFor(PUBLISH, ARTICLE);
  if (rules.every(({ conditions }) => asksForLocaleOnly(conditions ?? {}))) return { locale };
  return strapi.db
    .query(ARTICLE)
    .findOne({ where: { id }, populate: { createdBy: { populate: ['roles'] } } });
};

/**
 * Makes the check of schedulers for articles whose instants have come. Who scheduled them is read once for all: an article that
 * is scheduled anew has another instant, and is not taken then. Accounts and permissions are read after the instants of all these
 * articles, and at most a second before each goes out. It cost ten statements for each article to read them for each.
 *
 * An end that a person without the right has set is carried out all the same: an article that was taken away too early can be
 * published again.
 *
 * @param rows articles that are due
 * @returns rejects with a PolicyError where the person who scheduled the article may not publish it any more, or where the API token that
 *   did was deleted or renamed. A token that has expired is no reason: it expires by itself, and was valid when it scheduled.
 */
export const checkSchedulersOf = (strapi: Core.Strapi, rows: readonly TimedRow[]): SchedulerCheck => {
  const people = new Map<number, Rights>();
  const tokens = new Map<string, { readAt: number; isThere: boolean }>();
  let schedulerOf: Awaited<ReturnType<typeof readSchedulers>> | undefined;

  const abilityOf = async (id: number): Promise<Ability | undefined> => {
    const readAt = performance.now();
    const known = people.get(id);
    if (known && readAt - known.readAt < RIGHTS_HOLD_MS) return known.ability;
    const ability = await personAbility(strapi, await findPerson(strapi, id));
    people.set(id, { readAt, ability });
    return ability;
  };

  const isThere = async (token: string): Promise<boolean> => {
    const readAt = performance.now();
    const known = tokens.get(token);
    if (known && readAt - known.readAt < RIGHTS_HOLD_MS) return known.isThere;
    const found = (await strapi.db.query('admin::api-token').count({ where: { name: token } })) > 0;
    tokens.set(token, { readAt, isThere: found });
    return found;
  };

  return async (row) => {
    schedulerOf ??= await readSchedulers(strapi, rows);
    const { admin, token } = schedulerOf(row);
    if (token !== null && !(await isThere(token))) {
      refuse('schedulingTokenGone', 'The API token that scheduled it was deleted.');
    }
    if (admin === null) return;
    const ability = await abilityOf(admin);
    if (ability === undefined) {
      return refuse(
        'schedulerWithoutAccount',
        'Whoever scheduled it has no account in the newsroom any more.',
      );
    }
    const draft = await judgedDraft(strapi, ability, row);
    if (!draft || !permissionChecker(strapi, ability, ARTICLE).can.publish(draft)) {
      refuse('schedulerWithoutRight', 'Whoever scheduled it may not publish it any more.');
    }
  };
};
