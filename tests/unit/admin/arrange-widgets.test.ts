import { arrangeWidgets } from '../../../src/admin/home/arrange-widgets';

const widget = (name: string) => {
  const [pluginId = '', id = ''] = name.split('.');
  return { pluginId, id };
};
const arranged = (...names: string[]): string[] =>
  arrangeWidgets(names.map(widget)).map(({ pluginId, id }) => `${pluginId}.${id}`);

describe('the order of the home page', () => {
  it('begins with what needs somebody, then today, then what is being worked on', () => {
    expect(
      arranged(
        'content-manager.last-edited-entries',
        'content-manager.last-published-entries',
        'admin.profile-info',
        'content-manager.chart-entries',
        'admin.key-statistics',
        'admin.deploy-now',
        'quote-snapshots.attention',
        'newsroom.published-today',
      ),
    ).toEqual([
      'quote-snapshots.attention',
      'newsroom.published-today',
      'content-manager.last-edited-entries',
      'admin.profile-info',
      'content-manager.chart-entries',
      'admin.key-statistics',
    ]);
  });

  it('keeps widgets that it does not know, in their own order, before those of admins', () => {
    expect(arranged('admin.profile-info', 'other.b', 'other.a', 'quote-snapshots.attention')).toEqual([
      'quote-snapshots.attention',
      'other.b',
      'other.a',
      'admin.profile-info',
    ]);
  });
});
