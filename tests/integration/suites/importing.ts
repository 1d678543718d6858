import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ARTICLE, instruments, readSnapshots, title } from '../../support/articles';
import { loadOfApp } from '../../support/load-strapi';
import type * as ImportArticles from '../../../src/import/import-articles';
import type { Suite } from '.';

export const importing: Suite = (newsroom) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'quotemark-import-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    const full = path.join(folder, name);
    await writeFile(full, content);
    return full;
  };
  const article = (headline: string, text = 'Microsoft (NASDAQ: MSFT) rose.', more = '') =>
    `---\ntitle: "${headline}"\nkind: analysis\n${more}---\n\n${text}\n`;
  const run = (files: string[], publish = true) => {
    const { importArticles } = loadOfApp<typeof ImportArticles>('src/import/import-articles');
    return importArticles(newsroom().strapi, files, { locale: 'en', publish });
  };
  const find = (headline: string) =>
    newsroom()
      .strapi.documents(ARTICLE)
      .findFirst({ filters: { title: headline }, status: 'published' });

  it('publishes an article with its quotes, and changes nothing the second time', async () => {
    const headline = title();
    const path = await file(
      'one.md',
      article(headline, 'Microsoft (NASDAQ: **[MSFT](https://example.com)**) and (NYSE: ORCL).'),
    );
    expect(await run([path])).toMatchObject({ counts: { published: 1 }, failures: [] });
    const first = await find(headline);
    expect(first).toMatchObject({ kind: 'analysis' });
    expect(instruments(await readSnapshots(newsroom(), first?.documentId ?? ''))).toEqual([
      'XNAS:MSFT',
      'XNYS:ORCL',
    ]);
    expect(await run([path])).toMatchObject({ counts: { unchanged: 1, published: 0, updated: 0 } });
    expect((await find(headline))?.publishedAt).toBe(first?.publishedAt);
  });

  it('brings in a translation as a locale of its article', async () => {
    const [original, translated] = [title(), title()];
    const slug = `original-${process.pid}`;
    const files = [
      await file('original.md', article(original, undefined, `slug: ${slug}\n`)),
      await file(
        'translated.md',
        article(translated, 'Oracle (NYSE: ORCL) sube.', `locale: es\ntranslationOf: ${slug}\n`),
      ),
    ];
    expect(await run(files)).toMatchObject({ counts: { published: 2 }, failures: [] });
    const documentId = (await find(original))?.documentId ?? '';
    expect(instruments(await readSnapshots(newsroom(), documentId, 'en'))).toEqual(['XNAS:MSFT']);
    expect(instruments(await readSnapshots(newsroom(), documentId, 'es'))).toEqual(['XNYS:ORCL']);
    expect(await run(files)).toMatchObject({ counts: { unchanged: 2 } });
    const lost = await file('lost.md', article(title(), undefined, 'locale: es\ntranslationOf: nowhere\n'));
    expect((await run([lost])).failures).toMatchObject([{ reason: expect.stringContaining('nowhere') }]);
  });

  it('brings in what a changed file changes, and keeps the quotes of what stays', async () => {
    const headline = title();
    await run([await file('change.md', article(headline))]);
    const report = await run([
      await file('change.md', article(headline, 'Oracle (NYSE: ORCL), then (NASDAQ: MSFT).')),
    ]);
    expect(report.counts).toMatchObject({ published: 1 });
    const published = await find(headline);
    expect(instruments(await readSnapshots(newsroom(), published?.documentId ?? ''))).toEqual([
      'XNYS:ORCL',
      'XNAS:MSFT',
    ]);
  });

  it('names bad files with line and reason, and goes on with the others', async () => {
    const headline = title();
    const before = await newsroom().strapi.documents(ARTICLE).count({});
    const report = await run([
      await file('none.md', 'no front matter'),
      await file('open.md', '---\ntitle: x\n'),
      await file('yaml.md', '---\ntitle: x\nkind: [\n---\nText'),
      await file('kind.md', '---\ntitle: x\nkind: gossip\n---\nText'),
      await file('key.md', '---\ntitle: x\nprice: 3\n---\nText'),
      await file('empty.md', '---\ntitle: x\n---\n'),
      await file('latin.md', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xe9])),
      await file('ticker.md', article(title(), 'Text', 'tickers: ["XNAS:NOSUCH"]\n')),
      await file('locale.md', article(title(), 'Text', 'locale: xx\n')),
      path.join(folder, 'missing.md'),
      await file('good.md', article(headline)),
    ]);
    const told = report.failures.map(
      ({ file: name, line, reason }) => `${path.basename(name)}:${line}: ${reason}`,
    );
    expect(told).toEqual([
      expect.stringMatching(/^none\.md:1: expected "---"/),
      expect.stringMatching(/^open\.md:1: the front matter is not closed/),
      expect.stringMatching(/^yaml\.md:\d: /),
      expect.stringMatching(/^kind\.md:3: kind: /),
      expect.stringMatching(/^key\.md:3: price: /),
      expect.stringMatching(/^empty\.md:4: the article has no body/),
      expect.stringMatching(/^latin\.md:1: the file is not UTF-8/),
      expect.stringMatching(/^ticker\.md:1: tickers: "XNAS:NOSUCH"/),
      expect.stringMatching(/^locale\.md:1: locale: "xx"/),
      expect.stringMatching(/^missing\.md:0: there is no such file/),
    ]);
    expect(report.counts.published).toBe(1);
    expect(await newsroom().strapi.documents(ARTICLE).count({})).toBe(before + 1);
  });

  it('refuses two files of one slug in one run', async () => {
    const headline = title();
    const report = await run([await file('a.md', article(headline)), await file('b.md', article(headline))]);
    expect(report.failures).toEqual([expect.objectContaining({ reason: expect.stringContaining('a.md') })]);
  });

  it('asks the provider once for many articles', async () => {
    const { provider } = newsroom();
    provider.quote('MANY', { Price: 5, PrevClose: 4 });
    const files = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        file(`many-${index}.md`, article(`${title()} ${index}`, 'Many (NASDAQ: MANY).')),
      ),
    );
    const before = provider.requests.length;
    expect((await run(files)).counts.published).toBe(20);
    expect(provider.requests.length - before).toBe(1);
  });
};
