import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import supertest from 'supertest';
import { serveForeignApp, type ServedApp } from '../e2e/support/foreign-app';
import { makeForeignApp } from '../e2e/support/make-foreign-app';
import { createStandInProvider, type StandInProvider } from '../support/stand-in-provider';

const VERSION = process.env.COMPAT_STRAPI ?? '';
const MINUTE_MS = 60_000;
const REPORTS = '/content-manager/collection-types/api::report.report';

describe(`the packed plugins in a new app of Strapi ${VERSION}`, () => {
  let folder: string;
  let folderOfApp: string;
  let provider: StandInProvider;
  let app: ServedApp;
  let token: string;

  const http = () => supertest(app.address);
  const asAdmin = (method: 'get' | 'post' | 'put', address: string) =>
    http()[method](address).auth(token, { type: 'bearer' });
  const ask = async (query: string) => (await http().post('/graphql').send({ query })).body;

  /** Publishes as the Publish button does. @returns the documentId */
  const publish = async (headline: string, documentId?: string): Promise<string> => {
    const place = documentId ? `/${documentId}` : '';
    const { body } = await asAdmin('post', `${REPORTS}${place}/actions/publish`)
      .send({ headline })
      .expect(200);
    return body.data.documentId;
  };
  const snapshotsOf = async (documentId: string) => {
    const { body } = await http().get(`/api/reports/${documentId}?populate=quoteSnapshots`).expect(200);
    return body.data.quoteSnapshots;
  };

  /** Gives visitors these actions, as the roles screen does. */
  const allowVisitors = async (actions: Record<string, Record<string, string[]>>): Promise<void> => {
    const { body: list } = await asAdmin('get', '/users-permissions/roles').expect(200);
    const { id } = list.roles.find(({ type }: { type: string }) => type === 'public');
    const { body } = await asAdmin('get', `/users-permissions/roles/${id}`).expect(200);
    const { name, description, permissions } = body.role;
    for (const [owner, controllers] of Object.entries(actions))
      for (const [controller, names] of Object.entries(controllers))
        for (const action of names) permissions[owner].controllers[controller][action].enabled = true;
    await asAdmin('put', `/users-permissions/roles/${id}`)
      .send({ name, description, permissions })
      .expect(200);
  };

  beforeAll(async () => {
    if (!VERSION) throw new Error('COMPAT_STRAPI is not set: run npm run compat -- 5.50.2');
    folder = await mkdtemp(path.join(tmpdir(), 'quotemark-compat-'));
    provider = await createStandInProvider();
    provider.quote('MSFT', { Price: 480, PrevClose: 470, Name: 'Microsoft Corporation' });
    const made = await makeForeignApp(folder, VERSION);
    folderOfApp = made.app;
    console.log(
      `Strapi ${VERSION} is ${made.inPeerRange ? 'inside' : 'OUTSIDE'} of the plugins' peer range.`,
    );
    app = await serveForeignApp(folderOfApp, provider);
    const { body } = await http()
      .post('/admin/register-admin')
      .send({
        firstname: 'Ada',
        lastname: 'Admin',
        email: 'ada@example.com',
        password: 'Sufficiently-long-1',
      })
      .expect(200);
    token = body.data.token;
  }, 45 * MINUTE_MS);

  afterAll(async () => {
    await app?.stop();
    await provider?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  }, MINUTE_MS);

  it.each(['strapi', 'core', 'database', 'admin', 'content-manager', 'plugin-graphql'])(
    'runs with @strapi/%s of that version',
    async (name) => {
      const manifest = path.join(folderOfApp, 'node_modules/@strapi', name, 'package.json');
      expect(JSON.parse(await readFile(manifest, 'utf8')).version).toBe(VERSION);
    },
  );

  it('shows visitors nothing before they may', async () => {
    await publish('Microsoft (NASDAQ: MSFT) before');
    await http().get('/api/quote-snapshots').expect(403);
    expect((await ask('{ quoteSnapshots { instrument } }')).errors).toHaveLength(1);
  });

  it('captures when the Publish button is pressed, for REST and GraphQL', async () => {
    await allowVisitors({
      'api::report': { report: ['find', 'findOne'] },
      'plugin::quote-snapshots': { 'quote-snapshot': ['find', 'findOne'] },
    });
    const documentId = await publish('Microsoft (NASDAQ: MSFT) is up');
    const captured = { instrument: 'XNAS:MSFT', price: 480, currency: 'USD', state: 'captured' };
    expect(await snapshotsOf(documentId)).toMatchObject([captured]);
    const { body } = await http()
      .get(`/api/quote-snapshots?filters[relatedDocumentId][$eq]=${documentId}`)
      .expect(200);
    expect(body.data).toMatchObject([captured]);
    const { data, errors } = await ask(
      `{ report(documentId: "${documentId}") { quoteSnapshots { instrument price currency state } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.report.quoteSnapshots).toEqual([captured]);
  });

  it('keeps the figure of the first publication when the document is published again', async () => {
    const documentId = await publish('Microsoft (NASDAQ: MSFT) at 480');
    const [first] = await snapshotsOf(documentId);
    provider.quote('MSFT', { Price: 500, PrevClose: 470, Name: 'Microsoft Corporation' });
    await publish('Microsoft (NASDAQ: MSFT) still at 480', documentId);
    expect(await snapshotsOf(documentId)).toMatchObject([{ documentId: first.documentId, price: 480 }]);
  });

  it('hides the record of a document that is unpublished', async () => {
    const documentId = await publish('Microsoft (NASDAQ: MSFT), for a while');
    await asAdmin('post', `${REPORTS}/${documentId}/actions/unpublish`).send({}).expect(200);
    const { body } = await http()
      .get(`/api/quote-snapshots?filters[relatedDocumentId][$eq]=${documentId}`)
      .expect(200);
    expect(body).toMatchObject({ data: [], meta: { pagination: { total: 0 } } });
  });

  it('keeps GraphQL and REST from writing the record', async () => {
    const { data } = await ask('{ __schema { mutationType { fields { name } } } }');
    const names: string[] = data.__schema.mutationType.fields.map(({ name }: { name: string }) => name);
    expect(names.filter((name) => /quote/i.test(name))).toEqual([]);
    await http()
      .post('/api/quote-snapshots')
      .send({ data: { symbol: 'MSFT' } })
      .expect(405);
    await asAdmin('post', '/content-manager/collection-types/plugin::quote-snapshots.quote-snapshot')
      .send({ symbol: 'MSFT' })
      .expect(403);
  });

  it('answers the panel, and nobody else', async () => {
    const draft = {
      model: 'api::report.report',
      entry: { headline: 'Microsoft (NASDAQ: MSFT)' },
      connect: [],
      disconnect: [],
    };
    const { body } = await asAdmin('post', '/quote-snapshots/preview').send(draft).expect(200);
    expect(body.data.instruments).toMatchObject([{ instrument: 'XNAS:MSFT', act: 'capture' }]);
    await http().post('/quote-snapshots/preview').send(draft).expect(401);
    const documentId = await publish('Microsoft (NASDAQ: MSFT) in the panel');
    const panel = await asAdmin('get', `/quote-snapshots/documents/api::report.report/${documentId}`);
    expect(panel.body.data).toMatchObject([{ instrument: 'XNAS:MSFT', state: 'captured' }]);
    for (const page of ['attention', 'settings', 'status'])
      await asAdmin('get', `/quote-snapshots/${page}`).expect(200);
  });

  it('saves a webhook with an event of the plugin', async () => {
    await asAdmin('post', '/admin/webhooks')
      .send({
        name: 'Pages',
        url: 'https://example.com/hook',
        headers: {},
        events: ['quote-snapshots.captured'],
      })
      .expect(201);
  });

  it('answers REST and GraphQL from the response cache, and nothing of before a publication', async () => {
    const documentId = await publish('Microsoft (NASDAQ: MSFT) is read twice');
    const reports = `/api/reports/${documentId}?populate=quoteSnapshots&fields=headline`;
    const query = `{ report(documentId: "${documentId}") { headline quoteSnapshots { price } } }`;
    const read = async () => {
      const [rest, graphql] = [await http().get(reports), await http().post('/graphql').send({ query })];
      return [
        [rest.headers['x-cache'], rest.body.data.headline],
        [graphql.headers['x-cache'], graphql.body.data.report.headline],
      ];
    };
    const first = 'Microsoft (NASDAQ: MSFT) is read twice';
    expect(await read()).toEqual([
      ['miss', first],
      ['miss', first],
    ]);
    expect(await read()).toEqual([
      ['hit', first],
      ['hit', first],
    ]);
    const second = 'Microsoft (NASDAQ: MSFT) is published again';
    await publish(second, documentId);
    expect(await read()).toEqual([
      ['miss', second],
      ['miss', second],
    ]);
  });

  it('shows the state of the response cache', async () => {
    const { body } = await asAdmin('get', '/response-cache/status').expect(200);
    expect(body.data.state).toBe('on');
    await http().get('/response-cache/status').expect(401);
  });

  it('serves the admin UI that was built with it', async () => {
    const { text } = await http().get('/admin/').expect(200);
    expect(text).toContain('<div id="strapi"');
  });

  it('keeps the record through a restart', async () => {
    const documentId = await publish('Microsoft (NASDAQ: MSFT) overnight');
    const before = await snapshotsOf(documentId);
    await app.stop();
    app = await serveForeignApp(folderOfApp, provider);
    expect(await snapshotsOf(documentId)).toEqual(before);
  });
});
