import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { adminToken } from '../../attack/attackers';
import { mayWith, type Permission } from '../../support/admin-user';
import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import { connectAgent } from '../../support/mcp-client';
import type { Suite } from '.';

type Data = Record<string, unknown>;

const HOUR_MS = 3_600_000;
/** A call takes seconds, and a busy machine makes it many. */
const TIMEOUT_MS = 240_000;

/** What agents write in the newsroom, with the protocol's own client, by the permissions of their token. */
export const mcpWriting: Suite = (newsroom) => {
  const clients: Client[] = [];
  const agentOf = async (code: string): Promise<Client> => {
    const client = await connectAgent(newsroom(), await adminToken(newsroom().strapi, code));
    clients.push(client);
    return client;
  };
  /** An agent whose token has these permissions alone. */
  const agentWith = async (name: string, permissions: Permission[]): Promise<Client> => {
    const roles = newsroom().strapi.service('admin::role');
    const role = await roles.create({ name, description: name });
    await roles.assignPermissions(role.id, permissions);
    const { code } = await roles.findOne({ id: role.id });
    return agentOf(code);
  };
  let editor: Client;
  beforeAll(async () => {
    newsroom().provider.quote('MCPW', { Price: 10, PrevClose: 9 });
    editor = await agentOf('newsroom-editor');
  });
  afterAll(() => Promise.all(clients.map((client) => client.close())));

  const call = async (client: Client, name: string, args: Data) => {
    const answer = await client.callTool({ name, arguments: args });
    const [first] = answer.content as { text?: string }[];
    return {
      isError: answer.isError === true,
      text: first?.text ?? '',
      data: (answer.structuredContent as { data?: Data })?.data,
    };
  };
  const write = async (client: Client, args: Data): Promise<Data> => {
    const { isError, text, data } = await call(client, 'newsroom_write_article', args);
    expect([isError, text]).toEqual([false, expect.any(String)]);
    return data ?? {};
  };
  const refused = async (client: Client, args: Data, tool = 'newsroom_write_article'): Promise<string> => {
    const { isError, text } = await call(client, tool, args).catch((error: Error) => ({
      isError: true,
      text: error.message,
    }));
    expect([isError, text]).toEqual([true, expect.any(String)]);
    return text;
  };
  const documents = () => newsroom().strapi.documents(ARTICLE);
  const stored = (documentId: string, locale = 'en') =>
    newsroom()
      .strapi.db.query(ARTICLE)
      .findMany({ where: { documentId, locale }, populate: ['createdBy'], orderBy: { id: 'asc' } });

  it(
    'write Markdown into a draft, by their name, and publish nothing',
    async () => {
      const headline = title();
      const { documentId, written } = await write(editor, {
        title: headline,
        markdown: '## Results\n\nMicrosoft (NASDAQ: MCPW) [said](https://example.com):\n\n- up\n- down',
        kind: 'analysis',
        byline: 'Ada',
      });
      expect(written).toEqual(['title', 'kind', 'byline', 'body']);
      const [draft, ...others] = await stored(String(documentId));
      expect(others).toEqual([]);
      expect(draft).toMatchObject({
        title: headline,
        publishedAt: null,
        kind: 'analysis',
        createdBy: { firstname: 'newsroom-editor' },
      });
      expect(draft.body.map(({ type }: { type: string }) => type)).toEqual(['heading', 'paragraph', 'list']);
      await newsroom()
        .http()
        .get(`/api/articles/${String(documentId)}`)
        .expect(404);
    },
    TIMEOUT_MS,
  );

  it(
    'change the draft of a published article; readers keep what they have',
    async () => {
      const documentId = await publishArticle(newsroom(), ['As published.'], { title: 'Published words' });
      await write(editor, { documentId, title: 'Draft words' });
      const versions = await stored(documentId);
      expect(versions.map((one: Data) => [one.title, one.publishedAt !== null])).toEqual(
        expect.arrayContaining([
          ['Draft words', false],
          ['Published words', true],
        ]),
      );
      // What is not given stays.
      expect(versions.find((one: Data) => one.publishedAt === null)?.body).toEqual(body('As published.'));
    },
    TIMEOUT_MS,
  );

  it(
    'learn what the rules find, and what publishing would capture',
    async () => {
      const { documentId } = await write(editor, {
        title: title(),
        kind: 'opinion',
        markdown: '(NASDAQ: MCPW) and a bank (TSE: RY)',
      });
      const { data } = await call(editor, 'newsroom_check_article', { documentId });
      expect(data).toMatchObject({
        isBlocked: false,
        findings: expect.arrayContaining([
          expect.objectContaining({
            level: 'warn',
            field: 'byline',
            message: expect.stringContaining('byline'),
          }),
          expect.objectContaining({ field: 'body', message: expect.stringContaining('“TSE”') }),
        ]),
        quotes: [
          expect.objectContaining({ instrument: 'XNAS:MCPW', act: 'capture' }),
          expect.objectContaining({
            symbol: 'RY',
            act: 'leave out',
            reason: expect.stringContaining('Tokyo'),
          }),
        ],
      });
      await newsroom()
        .http()
        .get(`/api/articles/${String(documentId)}`)
        .expect(404);
    },
    TIMEOUT_MS,
  );

  it(
    'give no figure, time or publication flag: such an input is refused, and nothing is written',
    async () => {
      const headline = title();
      // One call for all of them: each costs seconds, for Strapi makes all of its tools anew.
      const extra = {
        status: 'published',
        publishedAt: '2026-01-01T00:00:00Z',
        publishAt: '2030-01-01T00:00:00Z',
        embargoUntil: null,
        quoteSnapshots: [{ price: 1 }],
        tickers: ['x'],
        data: { title: 'x' },
      };
      const refusal = await refused(editor, { title: headline, ...extra });
      for (const field of Object.keys(extra)) expect(refusal).toContain(field);
      await refused(editor, { title: ' ' });
      await refused(editor, { markdown: 'No headline.' });
      await refused(editor, { title: headline, locale: 'xx' });
      expect(
        await newsroom()
          .strapi.db.query(ARTICLE)
          .count({ where: { title: headline } }),
      ).toBe(0);
    },
    TIMEOUT_MS,
  );

  it(
    'change and check no article of others where their role is for their own',
    async () => {
      const reporter = await agentOf('newsroom-reporter');
      const { documentId: own } = await write(reporter, { title: title() });
      await write(reporter, { documentId: own, title: 'Mine' });
      const { documentId } = await documents().create({ data: { title: 'Of somebody else' } });
      const nowhere = (id: string) => `There is no article "${id}" in "en" that you may change.`;
      expect(await refused(reporter, { documentId, title: 'Attacked' })).toContain(nowhere(documentId));
      // Somebody else's, and none at all, are told apart by nothing.
      expect(await refused(reporter, { documentId: 'nothing', title: 'Attacked' })).toContain(
        nowhere('nothing'),
      );
      expect(await refused(reporter, { documentId }, 'newsroom_check_article')).toContain(
        'that you may read',
      );
      expect(await stored(documentId)).toEqual([expect.objectContaining({ title: 'Of somebody else' })]);
    },
    TIMEOUT_MS,
  );

  it(
    'write and learn of no field, and in no language, that their token has not',
    async () => {
      const { strapi } = newsroom();
      const [create, read, update] = mayWith(strapi, ARTICLE, ['create', 'read', 'update']);
      const only = { fields: ['title', 'summary'], locales: ['en'] };
      const agent = await agentWith(
        'agent-of-headlines',
        [create!, read!, update!].map((permission) => ({ ...permission, properties: only })),
      );
      const { documentId } = await write(agent, { title: title(), summary: 'In short.' });
      expect(await refused(agent, { documentId, markdown: 'Attacked', byline: 'Attacked' })).toContain(
        'You may not write byline, body',
      );
      expect(await refused(agent, { title: title(), locale: 'es' })).toContain('in "es"');
      await documents().update({
        documentId: String(documentId),
        data: { kind: 'opinion', body: body('A bank (TSE: RY)') },
      });
      await documents().update({
        documentId: String(documentId),
        locale: 'es',
        data: { title: 'En español' },
      });
      expect(await refused(agent, { documentId, locale: 'es', title: 'Attacked' })).toContain(
        'that you may change',
      );
      expect(await refused(agent, { documentId, locale: 'es' }, 'newsroom_check_article')).toContain(
        'may read',
      );
      const { data } = await call(agent, 'newsroom_check_article', { documentId });
      expect(data).toMatchObject({ findings: [], disclaimers: null, quotes: null });
    },
    TIMEOUT_MS,
  );

  it(
    'begin no translation: its first version would write what all languages share',
    async () => {
      const { documentId } = await write(editor, { title: title(), kind: 'opinion' });
      expect(await refused(editor, { documentId, locale: 'de', title: 'Auf Deutsch' })).toContain('in "de"');
      expect(await stored(String(documentId), 'de')).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'leave an embargo as it is',
    async () => {
      const { documentId } = await documents().create({ data: { title: 'Held' } });
      const until = new Date(Date.now() + HOUR_MS).toISOString();
      await documents().update({ documentId, data: { embargoUntil: until } });
      await write(editor, { documentId, title: 'Held, and edited' });
      expect(await stored(documentId)).toEqual([
        expect.objectContaining({ title: 'Held, and edited', publishedAt: null, embargoUntil: until }),
      ]);
    },
    TIMEOUT_MS,
  );

  it(
    'are shown the tools that their token may use',
    async () => {
      const none = await agentWith('agent-without-articles', []);
      const names = async (client: Client) =>
        (await client.listTools()).tools
          .map(({ name }) => name)
          .filter((name) => name.startsWith('newsroom_'));
      expect(await names(editor)).toEqual(['newsroom_write_article', 'newsroom_check_article']);
      expect(await names(none)).toEqual([]);
    },
    TIMEOUT_MS,
  );
};
