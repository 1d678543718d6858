import { WORDING } from '../../../src/newsroom/type-names';
import { ARTICLE, body, publishArticle, settled, SNAPSHOT, title } from '../../support/articles';
import { silenceLog } from '../../support/silence-log';
import type { Suite } from '.';

const DISCLAIMER = 'api::disclaimer.disclaimer';
const FORGED = 'Forged';

/** Each record: where the content API has it, what may be sent to it, and where an article shows it. */
const RECORDS = [
  {
    uid: SNAPSHOT,
    path: 'quote-snapshots',
    type: 'QuoteSnapshot',
    attribute: 'quoteSnapshots',
    data: { instrument: 'XNAS:FAKE', symbol: FORGED, state: 'captured', price: 1 },
  },
  {
    uid: WORDING,
    path: 'disclaimer-wordings',
    type: 'DisclaimerWording',
    attribute: 'appliedDisclaimers',
    data: { key: 'forged', name: FORGED, text: FORGED },
  },
] as const;

/** Nobody writes the records: not a super admin, not a full-access token, by no road. */
export const recordWrites: Suite = (newsroom) => {
  let fullAccess = '';
  let article = '';
  beforeAll(async () => {
    const { strapi } = newsroom();
    const { accessKey } = await strapi
      .service('admin::api-token')
      .create({ name: title(), type: 'full-access', description: '', lifespan: null });
    fullAccess = `Bearer ${accessKey}`;
    const { documentId } = await strapi.documents(DISCLAIMER).create({
      data: { name: 'Kept', key: 'kept-as-it-is', text: 'Kept.', appliesTo: 'chosen' },
      status: 'published',
    });
    article = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { disclaimers: [documentId] });
    await settled(newsroom());
  });
  afterAll(async () => {
    await newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} });
    await newsroom().strapi.db.query(DISCLAIMER).deleteMany({ where: {} });
  });

  const send = (method: 'post' | 'put' | 'delete', path: string, token: string, data: object = {}) =>
    newsroom().http()[method](path).set('authorization', token).send(data);
  const silence = (silent: boolean) => silenceLog(newsroom(), silent);
  const asAdmin = (method: 'post' | 'put' | 'delete', path: string, data?: object) =>
    send(method, `/content-manager/collection-types/${path}`, `Bearer ${newsroom().adminToken}`, data);

  describe.each(RECORDS)('$path', ({ uid, path, type, attribute, data }) => {
    interface Row {
      id: number;
      documentId: string;
    }
    const rows = (): Promise<Row[]> =>
      newsroom()
        .strapi.db.query(uid)
        .findMany({ orderBy: { id: 'asc' }, populate: true });
    /** The record that the article carries. */
    const carried = async (): Promise<Row[]> => {
      const answer = await newsroom()
        .http()
        .get(`/api/articles/${article}?populate=${attribute}`)
        .expect(200);
      return answer.body.data[attribute];
    };
    let before: Row[] = [];
    let shown: Row[] = [];
    let id = '';
    beforeAll(async () => {
      [before, shown] = [await rows(), await carried()];
      id = shown[0]?.documentId ?? '';
      expect(id).not.toBe('');
    });
    afterEach(async () => {
      expect(await rows()).toEqual(before);
      expect(await carried()).toEqual(shown);
    });

    it.each(['post', 'put', 'delete'] as const)('REST has no %s', async (method) => {
      for (const place of [`/api/${path}`, `/api/${path}/${id}`]) {
        expect((await send(method, place, fullAccess, { data })).status).toBe(405);
        expect((await send(method, place, `Bearer ${newsroom().adminToken}`, { data })).status).toBe(405);
      }
    });

    it.each(['create', 'update', 'delete'])('GraphQL has no mutation to %s one', async (act) => {
      const where = act === 'create' ? '' : `documentId: "${id}"`;
      const what = act === 'delete' ? '' : 'data: {}';
      const query = `mutation { ${act}${type}(${where} ${what}) { documentId } }`;
      const { body: answer } = await send('post', '/graphql', fullAccess, { query });
      expect(answer.errors[0].message).toContain(`Cannot query field "${act}${type}" on type "Mutation"`);
    });

    it('the content manager refuses a super admin', async () => {
      for (const [method, place] of [
        ['post', uid],
        ['put', `${uid}/${id}`],
        ['delete', `${uid}/${id}`],
        ['post', `${uid}/clone/${id}`],
        ['post', `${uid}/auto-clone/${id}`],
        ['post', `${uid}/actions/bulkDelete`],
        ['post', `${uid}/actions/publish`],
        ['post', `${uid}/${id}/actions/publish`],
      ] as const) {
        const sent = place.includes('/actions/bulk') ? { documentIds: [id] } : data;
        const { status } = await asAdmin(method, place, sent);
        expect([place, status]).toEqual([place, 403]);
      }
    });

    it.each([
      `${uid}/ID/actions/unpublish`,
      `${uid}/ID/actions/discard`,
      `${uid}/actions/bulkPublish`,
      `${uid}/actions/bulkUnpublish`,
    ])('it has no drafts: %s does nothing', async (place) => {
      // Strapi's content manager stumbles over a type without drafts: what counts is that nothing comes of it.
      silence(true);
      const { status } = await asAdmin('post', place.replace('ID', id), { documentIds: [id] });
      silence(false);
      expect(status).toBeGreaterThanOrEqual(400);
    });

    it.each<[string, () => unknown]>([
      ['one that is invented', () => [{ ...data }]],
      ['one connected by documentId', () => ({ connect: [{ documentId: id }] })],
      ['one connected by id', () => ({ connect: [{ id: before[0]?.id }] })],
      ['one disconnected', () => ({ disconnect: [{ documentId: id }] })],
      ['none set', () => ({ set: [] })],
      ['an empty list', () => []],
    ])('an article is not changed by %s', async (_what, make) => {
      const value = make();
      const rest = { data: { title: title(), [attribute]: value } };
      // Refused, not left out in silence.
      await send('post', '/api/articles', fullAccess, rest).expect(400);
      await send('put', `/api/articles/${article}`, fullAccess, rest).expect(400);
      const form = { title: title(), body: body('(NASDAQ: MSFT)'), [attribute]: value };
      await asAdmin('put', `${ARTICLE}/${article}`, form).expect(200);
      await asAdmin('post', `${ARTICLE}/${article}/actions/publish`, form).expect(200);
    });

    it('GraphQL takes none with an article', async () => {
      const query = 'mutation ($data: ArticleInput!) { createArticle(data: $data) { documentId } }';
      const variables = { data: { title: title(), [attribute]: [id] } };
      const { body: answer } = await send('post', '/graphql', fullAccess, { query, variables });
      expect(answer.errors[0].message).toContain(`"${attribute}" is not defined`);
    });

    it('a file that is uploaded for one does not become part of it', async () => {
      await newsroom()
        .http()
        .post('/api/upload')
        .set('authorization', fullAccess)
        .field('ref', uid)
        .field('refId', id)
        .field('field', 'cover')
        .attach('files', Buffer.from('%PDF-1.4\n%%EOF\n'), 'forged.pdf');
    });
  });

  it('a snapshot outlives its article', async () => {
    const { strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const count = () => strapi.db.query(SNAPSHOT).count({ where: { relatedDocumentId: documentId } });
    expect(await count()).toBe(1);
    await asAdmin('delete', `${ARTICLE}/${documentId}`).expect(200);
    expect(await count()).toBe(1);
  });
};
