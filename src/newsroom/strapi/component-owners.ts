import type { Core } from '@strapi/strapi';

/** An attribute with components, from Strapi's database metadata. */
interface ComponentAttribute {
  type: string;
  target?: string;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn?: { name: string };
    /** Only for a dynamic zone. */
    morphColumn?: { idColumn: { name: string }; typeColumn: { name: string } };
    on?: { field?: string };
  };
}

export interface ComponentOwners {
  uid: string;
  ids: number[];
}

/** The deepest nesting of components. Strapi's editor nests far fewer, but a component that contains itself would have no end. */
const DEEPEST = 8;

/**
 * The entries that contain these components, at any depth. Strapi has no function that finds a component's entry.
 *
 * Leans on: the join tables for components and dynamic zones in the database metadata. Fails closed if a table is missing (500). A
 * new kind of join table would be overlooked. Noticed by tests/regressions/reporters-read-the-drafts-of-others.ts.
 *
 * @param component uid of the component
 * @param ids of its rows
 */
export const findComponentOwners = async (
  strapi: Core.Strapi,
  component: string,
  ids: readonly number[],
  depth = 0,
): Promise<ComponentOwners[]> => {
  if (ids.length === 0 || depth > DEEPEST) return [];
  const owners: ComponentOwners[] = [];
  for (const uid of [...Object.keys(strapi.contentTypes), ...Object.keys(strapi.components)]) {
    const attributes = strapi.db.metadata.get(uid).attributes as unknown as Record<
      string,
      ComponentAttribute
    >;
    for (const { joinTable, target } of Object.values(attributes)) {
      const held = joinTable?.inverseJoinColumn ?? joinTable?.morphColumn?.idColumn;
      const inZone = joinTable?.morphColumn !== undefined && target === undefined;
      if (!joinTable?.on?.field || !held || !(inZone || target === component)) continue;
      const rows: Record<string, number>[] = await strapi.db
        .getConnection(joinTable.name)
        .select(joinTable.joinColumn.name)
        .whereIn(held.name, ids)
        .where({
          field: joinTable.on.field,
          ...(inZone ? { [joinTable.morphColumn!.typeColumn.name]: component } : {}),
        });
      const holding = rows.map((row) => row[joinTable.joinColumn.name]!);
      if (uid in strapi.components)
        owners.push(...(await findComponentOwners(strapi, uid, holding, depth + 1)));
      else if (holding.length > 0) owners.push({ uid, ids: holding });
    }
  }
  return owners;
};
