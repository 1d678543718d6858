import { signInAs } from '../support/admin-user';
import { ARTICLE, body, publishArticle, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const COLLECTION = `/content-manager/collection-types/${ARTICLE}`;

/**
 * The content manager takes `documentId` in the body of a write: a reporter's own draft became a version of somebody
 * else's article, and the next publication of that article served it.
 */
export const regression: Suite = (newsroom) => {
  let reporter = '';
  let victim = '';
  beforeAll(async () => {
    reporter = await signInAs(newsroom().strapi, 'newsroom-reporter');
    victim = await publishArticle(newsroom(), ['The victim.']);
  });

  const admin = (method: 'post' | 'put', path: string, token = reporter) =>
    newsroom().http()[method](`${COLLECTION}${path}`).set('authorization', `Bearer ${token}`);
  const own = async (): Promise<{ documentId: string; id: number }> =>
    (
      await admin('post', '')
        .send({ title: title(), body: body('Mine.') })
        .expect(201)
    ).body.data;
  const versions = (documentId: string): Promise<{ id: number; locale: string; title: string }[]> =>
    newsroom()
      .strapi.db.query(ARTICLE)
      .findMany({ where: { documentId }, orderBy: { id: 'asc' } });
  const keepsVictim = async (act: () => Promise<unknown>) => {
    const before = await versions(victim);
    await act();
    expect(await versions(victim)).toEqual(before);
  };
  const refusal = (field: string) => ({
    name: 'ValidationError',
    message: expect.stringMatching(new RegExp(`^${field} is `)),
    details: { errors: [expect.objectContaining({ path: [field] })] },
  });

  describe.each([
    ['a reporter', () => reporter],
    ['a super admin', () => newsroom().adminToken],
  ])('through the content manager, as %s', (_name, token) => {
    it.each([
      ['PUT of the own entry', (id: string) => admin('put', `/${id}`, token())],
      ['POST of a new one', () => admin('post', '', token())],
      ['POST of a translation', () => admin('post', '?locale=de', token())],
    ])('%s', async (_road, send) => {
      const { documentId } = await own();
      await keepsVictim(async () => {
        const answer = await send(documentId).send({ title: title(), locale: 'de', documentId: victim });
        expect(answer.status).toBe(400);
        expect(answer.body.error).toMatchObject(refusal('documentId'));
      });
      expect(await versions(documentId)).toHaveLength(1);
    });

    it('clone', async () => {
      const { documentId } = await own();
      await keepsVictim(async () => {
        const answer = await admin('post', `/clone/${documentId}`, token()).send({
          title: title(),
          documentId: victim,
        });
        expect(answer.body.data?.documentId).not.toBe(victim);
      });
    });
  });

  it('and publishing it in the same request', async () => {
    const token = newsroom().adminToken;
    const { documentId } = await own();
    await keepsVictim(() =>
      admin('post', `/${documentId}/actions/publish`, token)
        .send({ title: title(), documentId: victim })
        .expect(400),
    );
    await keepsVictim(() =>
      admin('post', '/actions/publish', token).send({ title: title(), documentId: victim }).expect(400),
    );
  });

  it('a form that sends back what it read is saved', async () => {
    const { documentId, id } = await own();
    const changed = title();
    await admin('put', `/${documentId}`).send({ id, documentId, title: changed }).expect(200);
    expect(await versions(documentId)).toEqual([expect.objectContaining({ id, title: changed })]);
  });

  it('nobody writes who made an entry, nor its locale or moment of publication, beside its parameters', async () => {
    const { documentId } = await own();
    const read = () =>
      newsroom()
        .strapi.db.query(ARTICLE)
        .findMany({ where: { documentId }, populate: ['createdBy'] });
    const [before] = await read();
    const others: { id: number } = await newsroom()
      .strapi.db.query('admin::user')
      .findOne({ where: { email: 'admin@example.com' } });
    await admin('put', `/${documentId}`)
      .send({
        createdBy: others.id,
        publishedAt: '2020-01-01T00:00:00.000Z',
        createdAt: '2020-01-01T00:00:00.000Z',
      })
      .expect(200);
    const after = await read();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({
      publishedAt: null,
      locale: 'en',
      createdAt: before.createdAt,
      createdBy: { id: before.createdBy.id },
    });
  });

  describe('through code', () => {
    const documents = () => newsroom().strapi.documents(ARTICLE);
    const data = (field: 'id' | 'documentId', value: unknown) =>
      ({ title: title(), [field]: value }) as { title: string };

    it.each([
      ['documentId', () => victim],
      ['id', async () => (await versions(victim))[0]?.id],
    ] as const)('%s in the data', async (field, value) => {
      const { documentId } = await own();
      const foreign = await value();
      const { title: kept } = (await versions(documentId))[0] ?? { title: '' };
      await keepsVictim(async () => {
        const writes = [
          () => documents().create({ data: data(field, foreign) }),
          () => documents().create({ data: data(field, foreign), locale: 'de', status: 'published' }),
          () => documents().update({ documentId, data: data(field, foreign) }),
          () => documents().update({ documentId, data: data(field, foreign), locale: 'de' }),
          () => documents().update({ documentId, data: data(field, foreign), status: 'published' }),
          () => documents().clone({ documentId, data: data(field, foreign) }),
        ];
        for (const write of writes) {
          await expect(write()).rejects.toMatchObject(refusal(field));
        }
      });
      expect(await versions(documentId)).toEqual([expect.objectContaining({ title: kept })]);
    });

    it('of a type without drafts', async () => {
      const notices = newsroom().strapi.documents('api::notice.notice' as typeof ARTICLE);
      const one = await notices.create({ data: { title: title() } });
      const other = await notices.create({ data: { title: title() } });
      const moved = { title: title(), documentId: one.documentId } as { title: string };
      await expect(notices.update({ documentId: other.documentId, data: moved })).rejects.toThrow(
        /^documentId is /,
      );
      await expect(notices.create({ data: moved })).rejects.toThrow(/^documentId is /);
      for (const { documentId } of [one, other]) await notices.delete({ documentId });
    });
  });

  describe('through the content API', () => {
    const token = async () => {
      const { accessKey } = await newsroom()
        .strapi.service('admin::api-token')
        .create({ name: title(), type: 'full-access', description: '', lifespan: null });
      return `Bearer ${accessKey}`;
    };

    it('REST', async () => {
      const authorization = await token();
      const { documentId } = await own();
      for (const field of ['documentId', 'id']) {
        const value = field === 'id' ? (await versions(victim))[0]?.id : victim;
        await keepsVictim(async () => {
          const data = { title: title(), [field]: value };
          for (const [method, path] of [
            ['post', '/api/articles'],
            ['post', '/api/articles?locale=de'],
            ['put', `/api/articles/${documentId}`],
            ['put', `/api/articles/${documentId}?locale=de`],
          ] as const) {
            const answer = await newsroom()
              .http()
              [method](path)
              .set('authorization', authorization)
              .send({ data });
            expect(answer.body.data?.documentId).not.toBe(victim);
          }
        });
      }
    });

    it('GraphQL', async () => {
      const { documentId } = await own();
      const query = `mutation ($id: ID!, $data: ArticleInput!) { updateArticle(documentId: $id, data: $data) { documentId } }`;
      await keepsVictim(async () => {
        const answer = await newsroom()
          .http()
          .post('/graphql')
          .set('authorization', await token())
          .send({ query, variables: { id: documentId, data: { title: title(), documentId: victim } } });
        expect(answer.body.errors).toHaveLength(1);
      });
    });
  });
};
