import { ROLES } from '../../../src/newsroom/access/roles';
import { grantAccess } from '../../../src/newsroom/access';
import { grantOnce } from '../../../src/newsroom/access/grant-once';
import { signInAs } from '../../support/admin-user';
import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import type { Suite } from '.';

const DISCLAIMER = 'api::disclaimer.disclaimer';

interface Permission {
  id: number;
  action: string;
  subject: string | null;
  conditions: string[];
  properties: { fields?: string[]; locales?: string[] };
}

export const roles: Suite = (newsroom) => {
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    for (const { code } of ROLES) tokens[code] = await signInAs(newsroom().strapi, code);
  });

  const as = (role: string, method: 'get' | 'post' | 'put' | 'delete', path: string) =>
    newsroom()
      .http()
      [method](`/content-manager/collection-types/${path}`)
      .set('authorization', `Bearer ${tokens[`newsroom-${role}`]}`);
  const permissionsOf = async (code: string): Promise<Permission[]> => {
    const role = await newsroom()
      .strapi.db.query('admin::role')
      .findOne({ where: { code }, populate: ['permissions'] });
    return role?.permissions ?? [];
  };
  const draft = async () =>
    (
      await newsroom()
        .strapi.documents(ARTICLE)
        .create({ data: { title: title(), body: body('x') } })
    ).documentId;

  it.each(ROLES)('$name has exactly the permissions of the list', async ({ code, permissions }) => {
    const known = newsroom().strapi.service('admin::permission').actionProvider;
    const expected = permissions
      .filter(({ action }) => Boolean(known.get(action)))
      .map(({ action, subject, condition }) => [action, subject, condition ? [condition] : []]);
    const granted = (await permissionsOf(code)).map(({ action, subject, conditions }) => [
      action,
      subject,
      conditions,
    ]);
    expect(granted.sort()).toEqual(expected.sort());
  });

  it('covers every field that may be written, and every locale', async () => {
    const granted = await permissionsOf('newsroom-reporter');
    const create = granted.find(({ action, subject }) => action.endsWith('.create') && subject === ARTICLE);
    expect(create?.properties.locales?.sort()).toEqual(['de', 'en', 'es', 'fr']);
    expect(create?.properties.fields).toEqual(
      expect.arrayContaining(['title', 'body', 'byline', 'disclaimers']),
    );
    expect(create?.properties.fields).not.toContain('appliedDisclaimers');
    expect(create?.properties.fields).not.toContain('quoteSnapshots');
  });

  it('a reporter writes drafts and sees their own articles only', async () => {
    const created = await as('reporter', 'post', ARTICLE)
      .send({ title: title(), body: body('Mine.') })
      .expect(201);
    const mine: string = created.body.data.documentId;
    await as('reporter', 'put', `${ARTICLE}/${mine}`).send({ summary: 'Changed.' }).expect(200);
    await as('reporter', 'get', `${ARTICLE}/${mine}`).expect(200);
    const others = await draft();
    await as('reporter', 'get', `${ARTICLE}/${others}`).expect(403);
    await as('reporter', 'put', `${ARTICLE}/${others}`).send({ summary: 'Changed.' }).expect(403);
    const list = await as('reporter', 'get', `${ARTICLE}?pageSize=100`).expect(200);
    expect(list.body.results.map(({ documentId }: { documentId: string }) => documentId)).toEqual([mine]);
    for (const [method, path] of [
      ['post', `${ARTICLE}/${mine}/actions/publish`],
      ['post', `${ARTICLE}/actions/bulkPublish`],
      ['post', `${ARTICLE}/${mine}/actions/unpublish`],
      ['delete', `${ARTICLE}/${mine}`],
      ['post', DISCLAIMER],
    ] as const) {
      await as('reporter', method, path)
        .send({ documentIds: [mine] })
        .expect(403);
    }
  });

  it('a Newsroom Editor publishes what a reporter wrote, and cannot touch disclaimers', async () => {
    const documentId = await draft();
    await as('editor', 'post', `${ARTICLE}/${documentId}/actions/publish`).send({}).expect(200);
    await as('editor', 'post', 'api::ticker.ticker').send({ symbol: 'EDIT', mic: 'XNAS' }).expect(201);
    await as('editor', 'post', DISCLAIMER).send({ name: 'x', key: 'x', text: 'x' }).expect(403);
    await as('editor', 'get', DISCLAIMER).expect(200);
  });

  it('Compliance keeps the disclaimers, reads articles and changes none', async () => {
    const created = await as('compliance', 'post', DISCLAIMER)
      .send({ name: 'Kept', key: 'kept', text: 'Kept.', appliesTo: 'chosen' })
      .expect(201);
    const path = `${DISCLAIMER}/${created.body.data.documentId}`;
    await as('compliance', 'post', `${path}/actions/publish`).send({}).expect(200);
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await as('compliance', 'get', `${ARTICLE}/${documentId}`).expect(200);
    await as('compliance', 'put', `${ARTICLE}/${documentId}`).send({ title: 'x' }).expect(403);
    await as('compliance', 'post', `${ARTICLE}/${documentId}/actions/unpublish`).send({}).expect(403);
    await as('compliance', 'delete', `${ARTICLE}/${documentId}`).expect(403);
    await as('compliance', 'delete', path).expect(200);
  });

  it('leaves what an admin takes away or deletes, and gives once what is new', async () => {
    const { strapi } = newsroom();
    const [taken] = (await permissionsOf('newsroom-editor')).filter(({ action }) =>
      action.endsWith('.delete'),
    );
    await strapi.service('admin::permission').deleteByIds([taken?.id]);
    await grantAccess(strapi);
    const after = await permissionsOf('newsroom-editor');
    expect(after.map(({ id }) => id)).not.toContain(taken?.id);
    expect(after).toHaveLength(ROLES[1]!.permissions.length - unregistered() - 1);

    // As if this version had brought a permission that the one before did not know.
    const ledger = strapi.store({ type: 'core', name: 'newsroom', key: 'granted' });
    const granted = (await ledger.get()) as Record<string, string[]>;
    const name = `${taken?.action} ${taken?.subject}`;
    const without = granted['newsroom-editor']!.filter((one) => one !== name);
    await ledger.set({ value: { ...granted, 'newsroom-editor': without } });
    await grantAccess(strapi);
    expect(await permissionsOf('newsroom-editor')).toHaveLength(
      ROLES[1]!.permissions.length - unregistered(),
    );
  });

  /** How many of the Newsroom Editor's permissions nobody has registered. */
  const unregistered = (): number => {
    const { actionProvider } = newsroom().strapi.service('admin::permission');
    return ROLES[1]!.permissions.filter(({ action }) => !actionProvider.get(action)).length;
  };

  it('gives back what Strapi took with a plugin that was off', async () => {
    const granted: string[][] = [];
    const start = (...possible: string[]) =>
      grantOnce(newsroom().strapi, 'holder-of-a-test', possible, (fresh) => {
        granted.push([...fresh]);
        return Promise.resolve();
      });
    await start('own', 'of a plugin');
    await start('own');
    await start('own', 'of a plugin');
    await start('own', 'of a plugin');
    expect(granted).toEqual([['own', 'of a plugin'], ['of a plugin']]);
  });

  it('does not bring back a role that an admin deleted', async () => {
    const { strapi } = newsroom();
    const ledger = strapi.store({ type: 'core', name: 'newsroom', key: 'granted' });
    const granted = (await ledger.get()) as Record<string, string[]>;
    const users = strapi.db.query('admin::user');
    const role = await strapi.service('admin::role').findOne({ code: 'newsroom-compliance' });
    await users.deleteMany({ where: { email: { $startsWith: 'newsroom-compliance' } } });
    await strapi.service('admin::role').deleteByIds([role.id]);
    await grantAccess(strapi);
    expect(await strapi.service('admin::role').exists({ code: 'newsroom-compliance' })).toBe(false);
    // Undone for the other tests: forgotten, it is made again.
    const { 'newsroom-compliance': _forgotten, ...rest } = granted;
    await ledger.set({ value: rest });
    await grantAccess(strapi);
    expect(await strapi.service('admin::role').exists({ code: 'newsroom-compliance' })).toBe(true);
  });
};
