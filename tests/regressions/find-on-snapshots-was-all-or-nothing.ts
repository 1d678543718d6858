import { ARTICLE, body, publishArticle, settled, SNAPSHOT, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings } from '../support/listings';

const NOTICE = 'api::notice.notice';
const BULLETIN = 'api::bulletin.bulletin';
const BRIEFING = 'api::briefing.briefing';
const RECORD = [`${SNAPSHOT}.find`, `${SNAPSHOT}.findOne`];

interface Caller {
  authorization?: string;
}
interface Row {
  documentId: string;
  relatedType: string;
  relatedDocumentId: string;
}

/**
 * Whoever might `find` snapshots read those of every content type, with the ids of its documents: of types that they may
 * not read, and of what is not published any more.
 */
export const regression: Suite = (newsroom) => {
  const { listing } = createListings(newsroom, 'RD');
  /** Per type, the document that is published, and the snapshot of it. */
  const published: Record<string, { documentId: string; snapshot: string }> = {};
  /** Documents that are no longer in front of readers. */
  const withdrawn: Record<'unpublished' | 'deleted' | 'otherLocale', string> = {
    unpublished: '',
    deleted: '',
    otherLocale: '',
  };
  const made = { tokens: [] as number[], roles: [] as number[], users: [] as number[] };
  const callers: Record<string, Caller> = {};

  const text = () => `(NYSE: ${listing()})`;
  const snapshotOf = async (documentId: string): Promise<string> => {
    await settled(newsroom());
    const row = await newsroom()
      .strapi.db.query(SNAPSHOT)
      .findOne({ where: { relatedDocumentId: documentId } });
    return row.documentId;
  };
  const publish = async (uid: string, data: Record<string, unknown>): Promise<void> => {
    const { documentId } = await newsroom()
      .strapi.documents(uid as typeof ARTICLE)
      .create({ data: { title: title(), ...data } as never, status: 'published' });
    published[uid] = { documentId, snapshot: await snapshotOf(documentId) };
  };
  const token = async (
    type: 'custom' | 'read-only' | 'full-access',
    permissions?: string[],
  ): Promise<Caller> => {
    const { id, accessKey } = await newsroom()
      .strapi.service('admin::api-token')
      .create({ name: title(), description: '', type, lifespan: null, permissions: permissions ?? null });
    made.tokens.push(id);
    return { authorization: `Bearer ${accessKey}` };
  };
  const memberWith = async (actions: string[]): Promise<Caller> => {
    const { strapi } = newsroom();
    const name = title();
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .create({ data: { name, type: name.replaceAll(' ', '-').toLowerCase() } });
    for (const action of actions)
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action, role: role.id } });
    const user = await strapi
      .plugin('users-permissions')
      .service('user')
      .add({
        username: name,
        email: `${role.id}@example.com`,
        password: 'Sufficiently-long-1',
        confirmed: true,
        provider: 'local',
        role: role.id,
      });
    made.roles.push(role.id);
    made.users.push(user.id);
    return {
      authorization: `Bearer ${await strapi.plugin('users-permissions').service('jwt').issue({ id: user.id })}`,
    };
  };

  beforeAll(async () => {
    const { strapi } = newsroom();
    const articles = strapi.documents(ARTICLE);
    await publish(ARTICLE, { body: body(text()) });
    await publish(NOTICE, { body: text() });
    await publish(BULLETIN, { body: text() });
    await publish(BRIEFING, {
      parts: [{ __component: 'test.section', heading: text() }],
    });
    withdrawn.unpublished = await publishArticle(newsroom(), [text()]);
    withdrawn.deleted = await publishArticle(newsroom(), [text()]);
    withdrawn.otherLocale = await publishArticle(newsroom(), ['No listing.']);
    await articles.update({
      documentId: withdrawn.otherLocale,
      locale: 'de',
      data: { title: title(), body: body(text()) },
      status: 'published',
    });
    await settled(newsroom());
    await articles.unpublish({ documentId: withdrawn.unpublished });
    await articles.delete({ documentId: withdrawn.deleted });
    await articles.unpublish({ documentId: withdrawn.otherLocale, locale: 'de' });

    callers.visitor = {};
    callers['token of articles'] = await token('custom', [...RECORD, `${ARTICLE}.find`]);
    callers['token of notices'] = await token('custom', [...RECORD, `${NOTICE}.find`]);
    callers['token of no type'] = await token('custom', RECORD);
    callers['read-only token'] = await token('read-only');
    callers['full-access token'] = await token('full-access');
    callers['member who reads briefings'] = await memberWith([...RECORD, `${BRIEFING}.find`]);
  }, 60_000);

  afterAll(async () => {
    const { strapi } = newsroom();
    for (const [uid, { documentId }] of Object.entries(published))
      await strapi.documents(uid as typeof ARTICLE).delete({ documentId, locale: '*' });
    await strapi.db.query('admin::api-token').deleteMany({ where: { id: { $in: made.tokens } } });
    await strapi.db
      .query('plugin::users-permissions.user')
      .deleteMany({ where: { id: { $in: made.users } } });
    await strapi.db
      .query('plugin::users-permissions.role')
      .deleteMany({ where: { id: { $in: made.roles } } });
  });

  const get = (caller: string, path: string) => {
    const { authorization } = callers[caller] ?? {};
    const request = newsroom().http().get(path);
    return authorization ? request.set('authorization', authorization) : request;
  };
  const ask = async (caller: string, query: string) => {
    const { authorization } = callers[caller] ?? {};
    const request = newsroom().http().post('/graphql');
    const answer = await (authorization ? request.set('authorization', authorization) : request).send({
      query,
    });
    return answer.body.data as Record<string, Row[] | Row | null>;
  };
  const list = async (caller: string, query = ''): Promise<{ rows: Row[]; total: number }> => {
    const ids = [
      ...Object.values(published).map(({ documentId }) => documentId),
      ...Object.values(withdrawn),
    ];
    const ours = ids.map((id, index) => `filters[relatedDocumentId][$in][${index}]=${id}`).join('&');
    const answer = await get(caller, `/api/quote-snapshots?pagination[pageSize]=100&${ours}${query}`).expect(
      200,
    );
    return { rows: answer.body.data, total: answer.body.meta.pagination.total };
  };
  const ALL = [ARTICLE, BRIEFING, BULLETIN, NOTICE];
  const RIGHTS: [string, string[]][] = [
    ['visitor', [ARTICLE]],
    ['token of articles', [ARTICLE]],
    ['token of notices', [NOTICE]],
    ['token of no type', []],
    ['read-only token', ALL],
    ['member who reads briefings', [BRIEFING]],
  ];

  it.each(RIGHTS)('a %s reads the record of %j alone, and of what is published', async (caller, types) => {
    const { rows, total } = await list(caller);
    expect(rows.map(({ relatedType }) => relatedType).sort()).toEqual(types);
    expect(total).toBe(types.length);
    for (const { relatedDocumentId } of rows)
      expect(Object.values(withdrawn)).not.toContain(relatedDocumentId);
  });

  it.each(RIGHTS)('a %s is told by no filter, sort or page that there is more', async (caller, types) => {
    for (const query of [
      '&sort=relatedType',
      '&filters[$or][0][state]=captured&filters[$or][1][state]=voided',
    ]) {
      const { rows, total } = await list(caller, query);
      expect([rows.length, total]).toEqual([types.length, types.length]);
    }
    const hidden = ALL.filter((uid) => !types.includes(uid));
    for (const uid of hidden) {
      const query = `filters[$not][relatedType][$ne]=${uid}`;
      const answer = await get(caller, `/api/quote-snapshots?${query}`).expect(200);
      expect([answer.body.data, answer.body.meta.pagination.total]).toEqual([[], 0]);
    }
  });

  it.each(RIGHTS)('a %s finds one snapshot only where it may read the type', async (caller, types) => {
    for (const uid of ALL) {
      const { snapshot } = published[uid] ?? {};
      await get(caller, `/api/quote-snapshots/${snapshot}`).expect(types.includes(uid) ? 200 : 404);
      const { quoteSnapshot } = await ask(
        caller,
        `{ quoteSnapshot(documentId: "${snapshot}") { documentId } }`,
      );
      expect(quoteSnapshot).toEqual(types.includes(uid) ? { documentId: snapshot } : null);
    }
    for (const documentId of Object.values(withdrawn).filter((id) => id !== withdrawn.otherLocale))
      await get(caller, `/api/quote-snapshots/${await snapshotOf(documentId)}`).expect(404);
  });

  it.each(RIGHTS)('a %s sees no more over GraphQL', async (caller, types) => {
    const ids = JSON.stringify([
      ...Object.values(published).map(({ documentId }) => documentId),
      ...Object.values(withdrawn),
    ]);
    const data = await ask(
      caller,
      `{ quoteSnapshots(filters: { relatedDocumentId: { in: ${ids} } }) { relatedType } }`,
    );
    expect((data.quoteSnapshots as Row[]).map(({ relatedType }) => relatedType).sort()).toEqual(types);
  });

  it('a document that is published again shows its record again', async () => {
    const { strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), [text()]);
    await settled(newsroom());
    const count = async () =>
      (await get('visitor', `/api/quote-snapshots?filters[relatedDocumentId]=${documentId}`)).body.meta
        .pagination.total;
    expect(await count()).toBe(1);
    await strapi.documents(ARTICLE).unpublish({ documentId });
    expect(await count()).toBe(0);
    await strapi.documents(ARTICLE).publish({ documentId });
    await settled(newsroom());
    expect(await count()).toBeGreaterThanOrEqual(1);
  });

  it('is told of nothing that was removed past the document service', async () => {
    const { strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), [text()]);
    await settled(newsroom());
    await strapi.db.query(ARTICLE).deleteMany({ where: { documentId } });
    const answer = await get('visitor', `/api/quote-snapshots?filters[relatedDocumentId]=${documentId}`);
    expect(answer.body.data).toEqual([]);
  });

  it('a full-access token reads all of it, what is withdrawn included', async () => {
    const { rows } = await list('full-access token');
    const seen = rows.map(({ relatedDocumentId }) => relatedDocumentId);
    for (const { documentId } of Object.values(published)) expect(seen).toContain(documentId);
    for (const documentId of [withdrawn.unpublished, withdrawn.deleted, withdrawn.otherLocale])
      expect(seen).toContain(documentId);
  });

  it('a document shows its quotes to whoever may read it, and to nobody else', async () => {
    const path = `/api/briefings/${published[BRIEFING]?.documentId}?populate[quoteSnapshots]=true`;
    const mayFindOne = await token('custom', [...RECORD, `${BRIEFING}.findOne`]);
    const may = await token('custom', [...RECORD, `${BRIEFING}.findOne`, `${BRIEFING}.find`]);
    const seen = async ({ authorization = '' }: Caller) =>
      (await newsroom().http().get(path).set('authorization', authorization).expect(200)).body.data
        .quoteSnapshots;
    expect(await seen(may)).toHaveLength(1);
    expect(await seen(mayFindOne)).toEqual([]);
    await get('token of articles', path).expect(403);
  });

  it('a token that may only write has its publications recorded all the same, and is shown nothing', async () => {
    const writer = await token('custom', [...RECORD, `${NOTICE}.create`, `${NOTICE}.update`]);
    const send = (method: 'post' | 'put', path: string, text_: string) =>
      newsroom()
        .http()
        [method](path)
        .set('authorization', writer.authorization ?? '')
        .send({ data: { title: title(), body: text_ } });
    const [one, other] = [listing(), listing()];
    const created = await send('post', '/api/notices?populate[quoteSnapshots]=true', `(NYSE: ${one})`);
    expect(created.body.data.quoteSnapshots ?? []).toEqual([]);
    const { documentId } = created.body.data;
    await send('put', `/api/notices/${documentId}`, `(NYSE: ${one}) and (NYSE: ${other})`).expect(200);
    await settled(newsroom());
    const rows = await newsroom()
      .strapi.db.query(SNAPSHOT)
      .findMany({ where: { relatedDocumentId: documentId }, orderBy: { id: 'asc' } });
    // The first is kept, not captured a second time: the plugin saw its own rows.
    expect(rows.map(({ symbol, state }: { symbol: string; state: string }) => [symbol, state])).toEqual([
      [one, 'captured'],
      [other, 'captured'],
    ]);
    await newsroom()
      .strapi.documents(NOTICE as typeof ARTICLE)
      .delete({ documentId });
  });
};
