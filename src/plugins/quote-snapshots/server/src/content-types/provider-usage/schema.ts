/** How much of its quota a provider has used, by minute and by day. Internal: it has no route and is hidden in the admin UI. */
const schema = {
  kind: 'collectionType',
  collectionName: 'quote_snapshots_usage',
  info: {
    singularName: 'provider-usage',
    pluralName: 'provider-usages',
    displayName: 'Provider usage',
    description: 'How much of its quota a provider has been asked for.',
  },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    /** `cloudquote|minute|29384712`, `cloudquote|day|2026-11-24` (UTC). */
    window: { type: 'string', required: true },
    spent: { type: 'integer', required: true, default: 0 },
  },
  indexes: [{ name: 'quote_snapshots_usage_window_unique', columns: ['window'], type: 'unique' }],
};

export default schema;
