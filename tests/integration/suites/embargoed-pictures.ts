import { authorizeToken } from '../../support/api-token';
import { signInAs } from '../../support/admin-user';
import { draftArticle, inMs, MINUTE_MS } from '../../support/article-times';
import { ARTICLE, body } from '../../support/articles';
import { uploadPicture, type UploadedFile } from '../../support/files';
import { renewSession } from '../../support/newsroom';
import type { Suite } from '.';

const HOUR_MS = 60 * MINUTE_MS;

/** A picture in a text, as the editor of blocks writes it. */
const inText = ({ hash, url, name }: UploadedFile) => [
  ...body('Before the picture.'),
  {
    type: 'image',
    image: {
      ...{ name, alternativeText: name, url, hash, width: 1, height: 1, formats: {}, size: 1 },
      ...{ ext: '.png', mime: 'image/png', provider: 'local' },
      ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
    },
    children: [{ type: 'text', text: '' }],
  },
];

/** The pictures of an article under embargo are nowhere before its minute, unless readers have them already. */
export const embargoedPictures: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  let admin = '';
  beforeEach(async () => {
    // Tests let an hour pass, and a session is over.
    admin = await renewSession(newsroom());
  });
  afterAll(() => newsroom().strapi.db.query(ARTICLE).deleteMany({ where: {} }));
  const embargoed = async (data: object): Promise<string> =>
    draftArticle(newsroom(), { embargoUntil: await inMs(newsroom(), HOUR_MS), ...data });
  const statusOf = async (address: string): Promise<number> => (await newsroom().http().get(address)).status;
  const renditions = ({ url }: UploadedFile): string[] => [
    url,
    url.toUpperCase().replace('/UPLOADS', '/uploads'),
    `${url}/made-up/%2e%2e`,
    `${url}/.`,
    url.replace('/uploads/', '/uploads/small_'),
  ];
  const served = async (file: UploadedFile): Promise<string[]> => {
    const found: string[] = [];
    for (const address of renditions(file)) if ((await statusOf(address)) === 200) found.push(address);
    return found;
  };

  it('a picture in the text, and one of another locale, are withheld until then', async () => {
    const [text, german] = [await uploadPicture(newsroom(), admin), await uploadPicture(newsroom(), admin)];
    const documentId = await draftArticle(newsroom(), { body: inText(text) });
    await articles().update({
      documentId,
      locale: 'de',
      data: { title: 'Nachricht', cover: german.id } as never,
    });
    expect(await served(text)).toContain(text.url);
    expect(await served(german)).toContain(german.url);
    const embargoUntil = await inMs(newsroom(), HOUR_MS);
    await articles().update({ documentId, data: { embargoUntil } as never });
    expect([await served(text), await served(german)]).toEqual([[], []]);
    newsroom().clock.advance(HOUR_MS);
    expect([await statusOf(text.url), await statusOf(german.url)]).toEqual([200, 200]);
  });

  it('a picture that readers have in a published text, or as a logo, is served', async () => {
    const { strapi } = newsroom();
    const [text, logo, taken] = [
      await uploadPicture(newsroom(), admin),
      await uploadPicture(newsroom(), admin),
      await uploadPicture(newsroom(), admin),
    ];
    await embargoed({ body: inText(text), cover: logo.id });
    await embargoed({ body: inText(taken) });
    expect([await served(text), await served(logo), await served(taken)]).toEqual([[], [], []]);
    const published = await draftArticle(newsroom(), { body: inText(text) });
    await articles().publish({ documentId: published });
    const withdrawn = await draftArticle(newsroom(), { body: inText(taken) });
    await articles().publish({ documentId: withdrawn });
    await strapi
      .documents('api::company.company')
      .create({ data: { name: `Logo Corp ${process.pid}`, logo: logo.id } as never });
    expect([await statusOf(text.url), await statusOf(logo.url), await statusOf(taken.url)]).toEqual([
      200, 200, 200,
    ]);
    await articles().unpublish({ documentId: withdrawn });
    expect(await served(taken)).toEqual([]);
  });

  it('costs a request for a file one statement where nothing is under embargo', async () => {
    const { strapi } = newsroom();
    await strapi.db.query(ARTICLE).deleteMany({ where: {} });
    const file = await uploadPicture(newsroom(), admin);
    const statements: string[] = [];
    const listener = ({ sql }: { sql: string }) => {
      if (/^(select|with|insert|update)/i.test(sql)) statements.push(sql);
    };
    strapi.db.connection.on('query', listener);
    expect(await statusOf(file.url)).toBe(200);
    strapi.db.connection.removeListener('query', listener);
    expect(statements).toHaveLength(1);
  });

  it('is in no list of files of whoever may not read the draft', async () => {
    const { strapi, http } = newsroom();
    const folder = await http()
      .post('/upload/folders')
      .set('authorization', `Bearer ${admin}`)
      .send({ name: `Folder ${process.pid}`, parent: null })
      .expect(201);
    const file = await uploadPicture(newsroom(), admin, folder.body.data.id);
    const other = await uploadPicture(newsroom(), admin);
    const reporter = { authorization: `Bearer ${await signInAs(strapi, 'newsroom-reporter')}` };
    const editor = { authorization: `Bearer ${await signInAs(strapi, 'newsroom-editor')}` };
    const find = ['plugin::upload.content-api.find', 'plugin::upload.content-api.findOne'];
    const reader = { authorization: await authorizeToken(strapi, 'custom', find) };
    const drafts = {
      authorization: await authorizeToken(strapi, 'custom', [...find, 'api::article.article.findDraft']),
    };
    const isIn = async (who: { authorization: string }, address: string): Promise<boolean> => {
      const answer = await http().get(address).set(who);
      return answer.text.includes(file.hash);
    };
    const list = `/upload/files?page=1&pageSize=100&sort=createdAt:DESC&filters[name][$in]=${file.name}&filters[name][$in]=${other.name}`;
    const one = `/upload/files/${file.id}`;
    const rest = `/api/upload/files?sort=createdAt:desc&filters[name][$contains]=${encodeURIComponent(file.name)}`;
    const count = async (who: { authorization: string }): Promise<number> => {
      const answer = await http().get('/upload/folders?pagination[pageSize]=-1').set(who).expect(200);
      return answer.body.data.find(({ id }: { id: number }) => id === folder.body.data.id).files.count;
    };
    expect([await isIn(reporter, list), await isIn(reporter, one), await isIn(reader, rest)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(await count(reporter)).toBe(1);
    const documentId = await embargoed({ cover: file.id });
    expect([await isIn(reporter, list), await isIn(reporter, one), await isIn(reader, rest)]).toEqual([
      false,
      false,
      false,
    ]);
    expect((await http().get(list).set(reporter)).body.results).toHaveLength(1);
    expect((await http().get(list).set(reporter)).body.pagination.total).toBe(1);
    expect(await count(reporter)).toBe(0);
    expect((await http().get(`/api/upload/files/${file.id}`).set(reader)).status).toBe(404);
    // Who may read the draft sees its picture.
    expect([await isIn(editor, list), await isIn(editor, one), await isIn(drafts, rest)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(await count(editor)).toBe(1);
    // A reporter who guesses its number, and makes it the cover of a draft of their own, does not see it either.
    const own = await http()
      .post(`/content-manager/collection-types/${ARTICLE}`)
      .set(reporter)
      .send({ title: 'Guessed', cover: file.id });
    const read = await http()
      .get(`/content-manager/collection-types/${ARTICLE}/${own.body.data?.documentId}`)
      .set(reporter);
    expect(own.text + read.text).not.toContain(file.hash);
    await strapi.db.query(ARTICLE).deleteMany({ where: { documentId } });
    expect(await isIn(reporter, one)).toBe(true);
  });
};
