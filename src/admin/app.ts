/** The newsroom's admin speaks the languages of its articles, and asks nobody about Strapi's releases. */
export default {
  config: {
    locales: ['es', 'fr', 'de'],
    tutorials: false,
    notifications: { releases: false },
  },
};
