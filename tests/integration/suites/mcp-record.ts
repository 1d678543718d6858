import { adminToken } from '../../attack/attackers';
import { mayWith, signInAs, type Permission } from '../../support/admin-user';
import { ARTICLE, publishArticle, settled, SNAPSHOT } from '../../support/articles';
import { callTool } from '../../support/mcp';
import { deleteRecordRows, insertRecordRows } from '../../support/record-rows';
import type { Suite } from '.';

type Row = Record<string, unknown>;
interface Page {
  data: Row[];
  meta: { hasMore: boolean; cursor: number | null };
}

const SEARCH = 'quotes_search_record';
const READ = 'plugin::content-manager.explorer.read';
const LOOKS_AT_QUOTES = { action: 'plugin::quote-snapshots.snapshots.read' };
/** No article names them: rows under this symbol are added past Strapi. */
const ADDED = 'MRZQ';

/** What an agent is shown of the record: what its owner sees on the page of the record, all of it, and no more. */
export const mcpRecord: Suite = (newsroom) => {
  const search = async (token: string, args: object = {}): Promise<Page> => {
    const answer = await callTool(newsroom(), token, SEARCH, args);
    expect([answer.isError ?? false, answer.content?.[0]?.text]).toEqual([false, expect.any(String)]);
    expect(JSON.parse(answer.content?.[0]?.text ?? '')).toEqual(answer.structuredContent);
    return answer.structuredContent as unknown as Page;
  };
  const refusal = async (token: string, args: object = {}): Promise<string> => {
    const { isError, content } = await callTool(newsroom(), token, SEARCH, args);
    expect([isError, content?.[0]?.text]).toEqual([true, expect.any(String)]);
    return content?.[0]?.text ?? '';
  };
  /** The code of a new role that reads articles, with these permissions besides. */
  const roleWith = async (name: string, permissions: Permission[]): Promise<string> => {
    const { strapi } = newsroom();
    const roles = strapi.service('admin::role');
    const role = await roles.create({ name, description: name });
    await roles.assignPermissions(role.id, [
      LOOKS_AT_QUOTES,
      ...mayWith(strapi, ARTICLE, ['read']),
      ...permissions,
    ]);
    return (await roles.findOne({ id: role.id })).code;
  };
  const agentWith = async (name: string, permissions: Permission[]): Promise<string> =>
    adminToken(newsroom().strapi, await roleWith(name, permissions));

  let editor = '';
  let documentId = '';
  beforeAll(async () => {
    const { strapi, provider } = newsroom();
    provider.quote('MRZA', { Price: 10, PrevClose: 9 });
    editor = await adminToken(strapi, 'newsroom-editor');
    documentId = await publishArticle(newsroom(), ['(NASDAQ: MRZA)']);
    await settled(newsroom());
  });
  afterEach(() => deleteRecordRows(newsroom(), ADDED));

  it('asks for the content manager’s permission to read snapshots, and says so', async () => {
    const agent = await agentWith('mcp-record-panel-only', []);
    expect(await refusal(agent)).toContain(`may not read entries of ${SNAPSHOT}`);
  });

  it('shows those fields that the permission names, and searches by no other', async () => {
    const fields = ['symbol', 'state', 'relatedDocumentId'];
    const code = await roleWith('mcp-record-narrow', [
      { action: READ, subject: SNAPSHOT, properties: { fields } },
    ]);
    const agent = await adminToken(newsroom().strapi, code);
    const { data } = await search(agent, { state: 'captured' });
    expect(data.find(({ relatedDocumentId }) => relatedDocumentId === documentId)).toMatchObject({
      symbol: 'MRZA',
      state: 'captured',
      price: null,
      instrument: null,
      type: null,
      locale: null,
    });
    for (const [args, field] of [
      [{ instrument: 'XNAS:MRZA' }, 'instrument'],
      [{ publishedSince: '2020-01-01T00:00:00Z' }, 'relatedPublishedAt'],
      [{ publishedBefore: '2090-01-01T00:00:00Z' }, 'relatedPublishedAt'],
      [{ current: true }, 'current'],
    ] as const)
      expect(await refusal(agent, args)).toContain(`may not read the field "${field}"`);

    // The snapshots of one document are shown by the plugin's own right, to people in the panel and to agents alike.
    const inPanel = await newsroom()
      .http()
      .get(`/quote-snapshots/documents/${ARTICLE}/${documentId}`)
      .set('authorization', `Bearer ${await signInAs(newsroom().strapi, code)}`)
      .expect(200);
    const read = await callTool(newsroom(), agent, 'quotes_read_snapshots', { type: ARTICLE, documentId });
    const [snapshot] = (read.structuredContent as { data: Row[] }).data;
    const { price, instrument, state } = inPanel.body.data[0];
    expect({ price, instrument, state }).toEqual({ price: 10, instrument: 'XNAS:MRZA', state: 'captured' });
    expect(snapshot).toMatchObject({ price, instrument, state });
  });

  it('keeps to the conditions of the permission', async () => {
    // No person has created a snapshot.
    const agent = await agentWith('mcp-record-own', [
      { action: READ, subject: SNAPSHOT, conditions: ['admin::is-creator'] },
    ]);
    expect(await search(agent)).toEqual({ data: [], meta: { hasMore: false, cursor: null } });
  });

  it('finds what a reporter may read behind any number of rows of others', async () => {
    const { strapi } = newsroom();
    const reporter = await adminToken(strapi, 'newsroom-reporter');
    const [user] = await strapi.db.query('admin::user').findMany({ orderBy: { id: 'desc' }, limit: 1 });
    const own = await publishArticle(newsroom(), ['(NASDAQ: MRZA)'], { createdBy: user.id });
    await settled(newsroom());
    const publishedAt = new Date();
    await insertRecordRows(newsroom(), {
      documentId,
      count: 600,
      symbol: ADDED,
      state: 'captured',
      publishedAt,
    });
    const { data, meta } = await search(reporter);
    expect(data.map((row) => row.relatedDocumentId)).toEqual([own]);
    expect(meta).toEqual({ hasMore: false, cursor: null });
  });

  it('goes on within a publication, and leaves no row out', async () => {
    const publishedAt = new Date('2024-05-01T10:00:00Z');
    await insertRecordRows(newsroom(), {
      documentId,
      count: 250,
      symbol: ADDED,
      state: 'captured',
      publishedAt,
    });
    const asked = { publishedSince: '2024-05-01T10:00:00Z', publishedBefore: '2024-05-01T10:00:01Z' };
    const first = await search(editor, asked);
    const second = await search(editor, { ...asked, cursor: first.meta.cursor });
    const third = await search(editor, { ...asked, cursor: second.meta.cursor });
    const pages = [first, second, third];
    expect(pages.map(({ data, meta }) => [data.length, meta.hasMore])).toEqual([
      [100, true],
      [100, true],
      [50, false],
    ]);
    expect(third.meta.cursor).toBeNull();
    const symbols = pages.flatMap(({ data }) => data.map(({ symbol }) => symbol));
    expect(symbols).toEqual(Array.from({ length: 250 }, (_, index) => `${ADDED}${249 - index}`));
  });

  it('keeps the rows of an article that is deleted', async () => {
    const gone = await publishArticle(newsroom(), ['(NASDAQ: MRZA)']);
    await settled(newsroom());
    await newsroom().strapi.documents(ARTICLE).delete({ documentId: gone });
    const { data } = await search(editor, { instrument: 'XNAS:MRZA' });
    expect(data.map((row) => row.relatedDocumentId)).toContain(gone);
  });
};
