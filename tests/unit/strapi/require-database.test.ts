import { requireDatabase } from '../../../src/plugins/quote-snapshots/server/src/strapi/require-database';

describe('the database of an app', () => {
  it.each(['sqlite', 'postgres'])('may be %s', (client) => {
    expect(() => requireDatabase(client)).not.toThrow();
  });

  it('stops the boot where the record would be wrong, and says what to do', () => {
    expect(() => requireDatabase('mysql')).toThrow(
      /SQLite or PostgreSQL.*DATABASE_CLIENT is "mysql".*switch the plugin off/,
    );
  });
});
