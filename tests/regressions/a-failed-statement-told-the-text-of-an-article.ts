import type { Suite } from '../support/describe-newsroom';

const PLANTED = 'Harrowmere';

/** knex puts the values of a statement into its error, and the log had the first 1,500 characters of an article under embargo. */
export const regression: Suite = (newsroom) => {
  it('its error has the statement, and no value', async () => {
    const { connection } = newsroom().strapi.db;
    const failed = connection('articles').insert({ title: PLANTED, no_such_column: PLANTED });
    const error = await failed.then(
      () => undefined,
      (reason: unknown) => reason as Error,
    );
    expect(error?.message).toContain('no_such_column');
    expect(`${String(error)} ${error?.stack}`).not.toContain(PLANTED);
  });
};
