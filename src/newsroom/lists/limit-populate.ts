import type { Core, Struct, UID } from '@strapi/strapi';

type Options = Record<string, unknown>;

/** How Strapi's database layer joins the entries of a relation to their parents. */
interface Links {
  name: string;
  joinColumn: { name: string };
  orderBy?: Record<string, string>;
}

interface Join {
  alias: string;
  referencedTable: string;
  [option: string]: unknown;
}

interface LinkedEntries {
  join: Join;
  /** The ids of the parents. */
  entries: unknown;
}

/** The argument that Strapi's query builder passes to a filter that is a function. */
interface FilterContext {
  qb: { state: { joins: Join[]; where: Options[] } };
}

const isObject = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Limits the entries that a populated to-many relation has for each parent. The articles of a ticker grow with the archive, and
 * REST has no pages for populated relations. GraphQL sets its own limit for every list, which is kept.
 *
 * @param most entries of one relation for one parent, in answers to readers
 * @param isReader whether the current request is a reader's
 */
export const createPopulateLimit = (strapi: Core.Strapi, most: number, isReader: () => boolean) => {
  const { db } = strapi;

  /** The order of a populate, if it can be applied to the relation's own entries. */
  const ownOrder = (target: string, orderBy: unknown): unknown => {
    const { attributes } = db.metadata.get(target);
    const list: unknown[] = Array.isArray(orderBy) ? orderBy : orderBy ? [orderBy] : [];
    const names = list.flatMap((one) => (isObject(one) ? Object.keys(one) : [String(one)]));
    const own = names.every((name) => name in attributes && attributes[name]?.type !== 'relation');
    return own ? list : [];
  };

  /** How a query populates entries through these links: its join, and the parents. */
  const linkedEntries = (links: Links, { qb }: FilterContext): LinkedEntries | undefined => {
    const join = qb.state.joins.find(({ referencedTable }) => referencedTable === links.name);
    const column = join && `${join.alias}.${links.joinColumn.name}`;
    const where = column && qb.state.where.find((condition) => column in condition);
    return join && column && where ? { join, entries: where[column] } : undefined;
  };

  /** A condition on the ids of links: those that come first for their parent, in the order of the populate. */
  const firstLinks = (
    target: string,
    links: Links,
    count: number,
    options: Options,
    { join, entries }: LinkedEntries,
  ): Options => {
    const { where, filters, ordering } = options;
    const inner = db.entityManager
      .createQueryBuilder(target)
      .init({ where, filters, orderBy: ownOrder(target, options.orderBy) });
    const alias = inner.getAlias();
    inner.join({ ...join, alias, rootTable: inner.alias, orderBy: undefined });
    inner.where({ [`${alias}.${links.joinColumn.name}`]: entries });
    const candidates = inner.getKnexQuery();
    const asked = inner.state.orderBy.filter(
      (order): order is { column: string; order?: 'asc' | 'desc' } => 'column' in order,
    );
    const byLink = Object.entries(links.orderBy ?? {}).map(([name, direction]) => ({
      column: `${alias}.${name}`,
      order: ordering ?? direction,
    }));
    // It ends with the id, as Strapi's own orders do. Otherwise pages could repeat or skip entries that sort as equal.
    const ends = [inner.alias, alias].map((table) => ({ column: `${table}.id`, order: 'asc' }));
    const orders = [...(asked.length > 0 ? asked : byLink), ...ends];
    const order = orders
      .map(({ order: direction }) => `?? ${direction === 'desc' ? 'desc' : 'asc'}`)
      .join(', ');
    const ranked = candidates
      .clearSelect()
      .clearOrder()
      .select(
        `${alias}.id`,
        db.connection.raw(`dense_rank() over (partition by ?? order by ${order}) as place`, [
          `${alias}.${links.joinColumn.name}`,
          ...orders.map(({ column: name }) => name),
        ]),
      );
    const first = db.connection.select('id').from(ranked.as('ranked')).where('place', '<=', count);
    return { [`${join.alias}.id`]: { $in: first } };
  };

  const bounded = (target: string, links: Links, options: Options): Options => {
    if (options.count === true) return options;
    const { filters, limit, offset } = options;
    const page = typeof limit === 'number' && limit > 0 ? limit + (Number(offset) || 0) : undefined;
    if (page === undefined && !isReader()) return options;
    const count = page ?? most;
    let isBounded = false;
    return {
      ...options,
      filters: (context: FilterContext) => {
        const asked: unknown = typeof filters === 'function' ? filters(context) : filters;
        const linked = linkedEntries(links, context);
        if (!linked) {
          // Strapi passes the filters of a populate on to populates inside it, which must not get the limit of the outer one.
          if (isBounded) return asked;
          throw new Error(
            `Populating ${target} through ${links.name} is not built as expected: it would have no bound.`,
          );
        }
        isBounded = true;
        const first = firstLinks(target, links, count, options, linked);
        return isObject(asked) ? { $and: [asked, first] } : first;
      },
    };
  };

  const boundOne = (uid: string, name: string, given: unknown): unknown => {
    const attribute = db.metadata.get(uid).attributes[name];
    if (attribute?.type !== 'relation' || (given !== true && !isObject(given))) return given;
    const options = isObject(given) ? given : {};
    if (isObject(options.on)) {
      const on = Object.entries(options.on).map(([member, fragment]) => [
        member,
        isObject(fragment) ? within(fragment, member) : fragment,
      ]);
      return { ...options, on: Object.fromEntries(on) };
    }
    if (!('target' in attribute) || typeof attribute.target !== 'string') return given;
    const inner = within(options, attribute.target);
    const { joinTable } = attribute as { joinTable?: Links };
    // For the database layer, components are relations too. Their number is decided by the editor, so they are not limited.
    const declared = strapi.getModel(uid as UID.Schema).attributes as Struct.SchemaAttributes;
    const isRelation = declared[name]?.type === 'relation';
    const toMany = attribute.relation === 'manyToMany' || attribute.relation === 'oneToMany';
    return isRelation && toMany && joinTable ? bounded(attribute.target, joinTable, inner) : inner;
  };

  const within = (query: Options, uid: string): Options => {
    const { populate } = query;
    // Only code passes a list of names. A reader's populate is an object.
    if (!isObject(populate)) return query;
    const entries = Object.entries(populate).map(([name, given]) => [name, boundOne(uid, name, given)]);
    return { ...query, populate: Object.fromEntries(entries) };
  };

  /** @param query a database query of the model `uid`. Its populates are limited */
  return within;
};
