import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCommand } from '../support/command';
import type { Running } from '../support/running';
import { freshEnvironment } from '../support/environment';
import { freePort } from '../support/free-port';

/** The commands as a newcomer runs them: processes of their own, on an empty database. */
describe('the commands', () => {
  let folder: string;
  let environment: Record<string, string>;
  let port: number;
  let demo: Running | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'quotemark-commands-'));
    port = await freePort();
    environment = { ...freshEnvironment(folder), PORT: String(port) };
  });
  afterAll(async () => {
    demo?.process.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const get = async (where: string) => (await fetch(`http://127.0.0.1:${port}${where}`)).json();
  /** A page of the site, as a browser asks for it. */
  const page = async (where: string): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`http://127.0.0.1:${port}${where}`, { headers: { accept: 'text/html' } });
    return { status: answer.status, text: await answer.text() };
  };
  /** The page behind the Preview button of the first article, for whoever signs in so. */
  const openPreview = async (login: object): Promise<string> => {
    const address = `http://127.0.0.1:${port}`;
    const signedIn = await fetch(`${address}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(login),
    });
    const { token } = (await signedIn.json()).data;
    const { data } = await get('/api/articles?filters[slug]=chipmakers-steady');
    const { documentId } = data[0];
    const link = await fetch(
      `${address}/content-manager/preview/url/api::article.article?documentId=${documentId}&locale=en&status=published`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    const { url } = (await link.json()).data;
    return (await fetch(new URL(url, address))).text();
  };
  const stop = async () => {
    demo?.process.kill('SIGTERM');
    await demo?.ended;
  };

  it('demo fills an empty database, tells what it captured, and serves', async () => {
    demo = startCommand('demo/cli.js', [], environment);
    await demo.says('Stop with Ctrl+C.');
    expect(demo.output()).toContain('Filling');
    expect(demo.output()).toMatch(/XLON:RIO +│ +49\.8750 GBP/);
    const { data } = await get('/api/articles?populate=quoteSnapshots');
    expect(data.length).toBeGreaterThanOrEqual(4);
    for (const article of data) expect(article.quoteSnapshots.length).toBeGreaterThan(0);
    const spanish = await get('/api/articles?locale=es&populate=quoteSnapshots');
    expect(spanish.data[0].quoteSnapshots).toMatchObject([{ instrument: 'XMAD:SAN', state: 'captured' }]);
    const latest = await get('/api/quote-snapshots/latest');
    expect(latest.data[0]).toMatchObject({ instrument: 'XNAS:AAPL', provider: 'file' });
    expect(await page('/')).toMatchObject({
      status: 200,
      text: expect.stringContaining('Chipmakers steady'),
    });

    const [, email, password] = /(\S+@example\.com) +(\S+)/.exec(demo.output()) ?? [];
    const login = await fetch(`http://127.0.0.1:${port}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect(login.status).toBe(200);
    expect((await stat(path.join(folder, 'demo-login.json'))).mode & 0o077).toBe(0);
    await stop();
  }, 120_000);

  it('demo, a second time, serves the same database', async () => {
    demo = startCommand('demo/cli.js', [], { ...environment, SITE_ENABLED: 'false' });
    await demo.says('Stop with Ctrl+C.');
    expect(demo.output()).not.toContain('Filling');
    const { meta } = await get('/api/articles');
    expect(meta.pagination.total).toBe(5);
    // A frontend has taken over: this server shows no page.
    expect(demo.output()).not.toContain('Site ');
    const front = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
    expect(front.headers.get('location')).toContain('/admin');
    for (const path of ['/articles/chipmakers-steady', '/search', '/es'])
      expect(await page(path)).toMatchObject({ status: 404 });
    await stop();
  }, 120_000);

  it('go on with the plugin off, say so, and have everything back once it is on', async () => {
    const off = { ...environment, QUOTES_ENABLED: 'false' };
    demo = startCommand('demo/cli.js', [], off);
    await demo.says('Stop with Ctrl+C.');
    expect(demo.output()).toContain('QUOTES_ENABLED is false');
    expect(demo.output()).not.toContain('quoteSnapshots');
    expect((await get('/api/articles?populate=appliedDisclaimers')).meta.pagination.total).toBe(5);
    expect((await fetch(`http://127.0.0.1:${port}/api/quote-snapshots`)).status).toBe(404);
    const login = /(\S+@example\.com) +(\S+)/.exec(demo.output()) ?? [];
    const preview = await openPreview({ email: login[1], password: login[2] });
    expect(preview).toContain('<h1 dir="auto">');
    expect(preview).toContain('(NASDAQ: ');
    for (const path of ['/', '/companies/microsoft', '/tickers/XNAS/MSFT', '/search?q=micro'])
      expect(await page(path)).toMatchObject({ status: 200 });
    const { text } = await page('/articles/chipmakers-steady');
    expect(text).toContain('(NASDAQ: MSFT) and Oracle');
    expect(text).not.toMatch(/class="quote|Recent Quotes|quoteSnapshots/);
    await stop();

    const file = path.join(folder, 'without-quotes.md');
    await writeFile(file, '---\ntitle: Without quotes\n---\n\nMicrosoft (NASDAQ: MSFT) rose.\n');
    const brought = startCommand('import/cli.js', [file, '--publish'], off);
    expect(await brought.ended).toBe(0);
    expect(brought.output()).toContain('QUOTES_ENABLED is false: articles are published without quotes.');
    expect(brought.output()).toContain('1 published');

    demo = startCommand('demo/cli.js', [], environment);
    await demo.says('Stop with Ctrl+C.');
    const { data } = await get('/api/articles?filters[slug]=chipmakers-steady&populate=quoteSnapshots');
    expect(data[0].quoteSnapshots.length).toBeGreaterThan(0);
    expect((await get('/api/quote-snapshots/latest')).data.length).toBeGreaterThan(0);
    await stop();
  }, 240_000);

  it('demo says which port is taken, before it does anything', async () => {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    const second = startCommand('demo/cli.js', [], environment);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is in use`);
    server.close();
  }, 60_000);

  it('import brings good files in, names the bad one with its line, and says so with its exit code', async () => {
    const write = async (name: string, content: string) => {
      await writeFile(path.join(folder, name), content);
      return path.join(folder, name);
    };
    const good = await write('good.md', '---\ntitle: Good\n---\n\nMicrosoft (NASDAQ: MSFT) rose.\n');
    const bad = await write('bad.md', '---\ntitle: Bad\nkind: rumour\n---\n\nText.\n');
    const both = startCommand('import/cli.js', [bad, good, '--publish'], environment);
    expect(await both.ended).toBe(1);
    expect(both.output()).toContain(`${bad}:3: kind`);
    expect(both.output()).toContain('1 published, 0 created, 0 updated, 0 unchanged, 1 failed');
    const again = startCommand('import/cli.js', [good, '--publish'], environment);
    expect(await again.ended).toBe(0);
    expect(again.output()).toContain('0 published, 0 created, 0 updated, 1 unchanged, 0 failed');
  }, 120_000);

  it('tokens makes a token, shows its key once, and says what to do where there is one', async () => {
    const first = startCommand('tokens/cli.js', ['frontend'], environment);
    expect(await first.ended).toBe(0);
    expect(first.output()).toMatch(/“Frontend \(read\)”.*\n[0-9a-f]{256}\n$/s);
    const again = startCommand('tokens/cli.js', ['frontend'], environment);
    expect(await again.ended).toBe(1);
    expect(again.output()).toMatch(/There is a token “Frontend \(read\)” already.*regenerate/);
    expect(again.output()).not.toMatch(/[0-9a-f]{64}/);
    const other = startCommand('tokens/cli.js', ['everything'], environment);
    expect(await other.ended).toBe(2);
    expect(other.output()).toContain('frontend|preview');
  }, 120_000);

  it.each([
    ['RULE_BYLINE', 'refuse'],
    ['TRUST_PROXY', 'yes'],
    ['RATE_LIMIT_PUBLIC', '-1'],
    ['CORS_ORIGINS', 'example.com'],
  ])(
    '%s with the bad value "%s" stops the start and is named',
    async (name, value) => {
      const start = startCommand('import/cli.js', ['x.md'], { ...environment, [name]: value });
      expect(await start.ended).not.toBe(0);
      expect(start.output()).toContain(name);
      expect(start.output()).toContain(`"${value}"`);
    },
    60_000,
  );

  it('a bad variable stops the start with a message that names it', async () => {
    const start = startCommand('import/cli.js', ['x.md'], { ...environment, QUOTES_DEADLINE_MS: 'soon' });
    expect(await start.ended).not.toBe(0);
    expect(start.output()).toContain('QUOTES_DEADLINE_MS is "soon"');
  }, 60_000);
});
