import type { AddressInfo } from 'node:net';
import { bootNewsroom } from '../../src/command-line/boot';
import { databaseTime } from '../../src/newsroom/clock/database-time';
import { ARTICLE, ARTICLE_ACT } from '../../src/newsroom/type-names';
import { bodyNaming } from '../sample-article';
import { newSymbols } from '../new-listings';

/** The line of JSON that the newsroom prints once it is filled. */
export interface ReadyNode {
  address: string;
  /** The slug of a published article. */
  slug: string;
}

/** The answer to the messages `back to back` and `due`. */
export interface Published {
  milliseconds: number;
  /** The number of published articles. */
  count: number;
  /** Whether the articles were published in the order of their instants. */
  inOrder: boolean;
}

/** Creates drafts. Each names one listing that no other article names. */
const makeDrafts = async (
  strapi: Awaited<ReturnType<typeof bootNewsroom>>,
  count: number,
): Promise<string[]> => {
  const documentIds: string[] = [];
  for (const symbol of newSymbols(count)) {
    const data = { title: `Due ${symbol}`, body: bodyNaming([`XNAS:${symbol}`]) };
    documentIds.push((await strapi.documents(ARTICLE).create({ data: data as never })).documentId);
  }
  return documentIds;
};

/**
 * Creates an editor who may publish, because the schedule checks whether the person who set an instant still may. @returns their id
 */
const makeEditor = async (strapi: Awaited<ReturnType<typeof bootNewsroom>>): Promise<number> => {
  const role: { id: number } = await strapi.db
    .query('admin::role')
    .findOne({ where: { code: 'newsroom-editor' } });
  const person = { firstname: 'Ed', lastname: 'Editor', email: 'ed@example.com', isActive: true };
  const { id }: { id: number } = await strapi.db
    .query('admin::user')
    .create({ data: { ...person, roles: [role.id] } });
  return id;
};

/** The number of articles that are published before the measurement: as many as the list has that is read during it. */
const OUT_BEFORE = 20;

/** Publishes articles with one quote each. @returns the slug of one of them */
const publishBefore = async (strapi: Awaited<ReturnType<typeof bootNewsroom>>): Promise<string> => {
  const slugs: (string | null | undefined)[] = [];
  for (let index = 0; index < OUT_BEFORE; index += 1) {
    const data = { title: `Out before ${index}`, body: bodyNaming(['XNAS:MSFT']) };
    const { slug } = await strapi.documents(ARTICLE).create({ data: data as never, status: 'published' });
    slugs.push(slug);
  }
  await strapi.plugin('quote-snapshots').service('capture').flush();
  const [first] = slugs;
  if (!first) throw new Error('An article was published without a slug.');
  return first;
};

/**
 * Serves a newsroom with twenty published articles and twice the given number of drafts. On the message `back to back` it publishes
 * the first half one after the other. On `due` the second half becomes due, one millisecond apart, and the schedule runs.
 */
const main = async (): Promise<void> => {
  const count = Number(process.argv[2]);
  const strapi = await bootNewsroom();
  strapi.cron.destroy();
  const halves = [await makeDrafts(strapi, count), await makeDrafts(strapi, count)] as const;
  const slug = await publishBefore(strapi);
  const editor = await makeEditor(strapi);
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve()));

  const outcome = async (documentIds: readonly string[], milliseconds: number): Promise<Published> => {
    const rows: { documentId: string }[] = await strapi.db.query(ARTICLE).findMany({
      select: ['documentId'],
      where: { documentId: { $in: documentIds }, publishedAt: { $notNull: true } },
      orderBy: { id: 'asc' },
    });
    const order = rows.map(({ documentId }) => documentIds.indexOf(documentId));
    return {
      milliseconds,
      count: rows.length,
      inOrder: order.every((one, index) => index === 0 || one > order[index - 1]!),
    };
  };
  const publish = async (documentIds: readonly string[]): Promise<void> => {
    for (const documentId of documentIds) await strapi.documents(ARTICLE).publish({ documentId });
  };
  const work = {
    'back to back': () => publish(halves[0]),
    due: () => strapi.service('api::article.schedule').runTurn() as Promise<void>,
  };
  process.on('message', (name: keyof typeof work) => {
    void (async () => {
      const documentIds = halves[name === 'due' ? 1 : 0];
      if (name === 'due') {
        const first = (await databaseTime(strapi)).getTime() - count;
        for (const [index, documentId] of documentIds.entries()) {
          const data = { publishAt: new Date(first + index) };
          await strapi.db.query(ARTICLE).updateMany({ where: { documentId }, data });
          await strapi.db.query(ARTICLE_ACT).create({
            data: {
              ...{ articleDocumentId: documentId, articleLocale: 'en', act: 'scheduled', at: new Date() },
              ...{ by: 'Ed Editor', byKind: 'person', byAdmin: editor, after: data },
            },
          });
        }
      }
      process.send?.('begins');
      const begun = process.hrtime.bigint();
      await work[name]();
      const took = Number(process.hrtime.bigint() - begun) / 1e6;
      await strapi.plugin('quote-snapshots').service('capture').flush();
      process.send?.(await outcome(documentIds, took));
    })();
  });
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const ready: ReadyNode = { address: `http://127.0.0.1:${port}`, slug };
  console.log(JSON.stringify(ready));
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
