/** The part of a home page widget that decides its place. */
interface Placed {
  id?: string;
  pluginId?: string;
}

/** From the top: what needs a decision, what was published today, what is being worked on. */
const FIRST = [
  'quote-snapshots.attention',
  'newsroom.desk',
  'newsroom.published-today',
  'content-manager.last-edited-entries',
];

/** Widgets for admins, at the bottom. */
const LAST = ['admin.profile-info', 'content-manager.chart-entries', 'admin.key-statistics'];

/** Strapi's list of the last published entries, which *Published today* replaces, and its offer of hosting. */
const LEFT_OUT: ReadonlySet<string> = new Set(['content-manager.last-published-entries', 'admin.deploy-now']);

const nameOf = ({ id, pluginId = 'newsroom' }: Placed): string => `${pluginId}.${id ?? ''}`;

/**
 * The order of the home page for users who have not arranged it themselves. Widgets of other plugins come between the first and the
 * last ones.
 */
export const arrangeWidgets = <Widget extends Placed>(widgets: readonly Widget[]): Widget[] => {
  const placeOf = (widget: Widget): number => {
    const name = nameOf(widget);
    const first = FIRST.indexOf(name);
    if (first >= 0) return first;
    const last = LAST.indexOf(name);
    return FIRST.length + (last < 0 ? 0 : last + 1);
  };
  return widgets.filter((widget) => !LEFT_OUT.has(nameOf(widget))).sort((a, b) => placeOf(a) - placeOf(b));
};
