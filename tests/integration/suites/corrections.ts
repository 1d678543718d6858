import { signInAs } from '../../support/admin-user';
import { actsOf, inMs, passTime } from '../../support/article-times';
import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import { changedArticles, CORRECTION, MINUTE_MS, NOTE, RIGHT, WRONG } from '../../support/changed-articles';
import type { Suite } from '../../support/describe-newsroom';

/** What is told of a change after publication, on every road. */
export const corrections: Suite = (newsroom) => {
  const { documents, read, fullToken, admin, changes, rows, letTimePass } = changedArticles(newsroom);
  let token: string;
  beforeAll(async () => {
    token = await fullToken();
  });
  beforeEach(letTimePass);

  describe('times and corrections', () => {
    it('say when readers first had it, and what was corrected since, newest first', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      const first = await read(documentId);
      expect(first).toMatchObject({ correctedAt: null, retractedAt: null, corrections: [] });
      expect(first.firstPublishedAt).toBe(first.publishedAt);

      newsroom().clock.advance(MINUTE_MS);
      await documents().update({
        documentId,
        data: { body: body(RIGHT), ...CORRECTION },
        status: 'published',
      });
      const second = await read(documentId);
      expect(second.firstPublishedAt).toBe(first.publishedAt);
      expect(second.publishedAt > first.publishedAt).toBe(true);
      expect(second.correctedAt).toBe(second.publishedAt);
      expect(second.corrections).toEqual([{ at: second.publishedAt, text: NOTE, kind: 'correction' }]);

      newsroom().clock.advance(MINUTE_MS);
      const data = {
        summary: 'In short.',
        changeKind: 'correction' as const,
        changeNote: 'The summary too.',
      };
      await documents().update({ documentId, data, status: 'published' });
      newsroom().clock.advance(MINUTE_MS);
      await documents().publish({ documentId });
      const last = await read(documentId);
      expect(last.corrections?.map(({ text }) => text)).toEqual(['The summary too.', NOTE]);
      expect(last.firstPublishedAt).toBe(first.publishedAt);
      expect(last.correctedAt).toBe(last.corrections?.[0]?.at);
      expect(last.publishedAt > String(last.correctedAt)).toBe(true);
      expect(await changes(documentId)).toEqual(['first', 'correction', 'correction', 'republication']);
    });

    it('are read over GraphQL, and what the desk said of the change is not', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      await documents().update({
        documentId,
        data: { body: body(RIGHT), ...CORRECTION },
        status: 'published',
      });
      const graphql = (fields: string) =>
        newsroom()
          .http()
          .post('/graphql')
          .send({ query: `{ article(documentId: "${documentId}") { ${fields} } }` });
      const answer = await graphql('firstPublishedAt correctedAt corrections retractedAt');
      expect(answer.body.data.article).toMatchObject({ corrections: [{ text: NOTE }], retractedAt: null });
      expect((await graphql('changeKind')).body.errors[0].message).toContain('changeKind');
      expect(await read(documentId)).not.toHaveProperty('changeKind');
      expect(JSON.stringify(await read(documentId))).not.toContain('changeNote');
    });

    it('stay through withdrawal and discarded drafts', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      await documents().update({
        documentId,
        data: { body: body(RIGHT), ...CORRECTION },
        status: 'published',
      });
      const before = await read(documentId);
      await documents().unpublish({ documentId });
      await documents().publish({ documentId });
      expect(await read(documentId)).toMatchObject({
        firstPublishedAt: before.firstPublishedAt,
        correctedAt: before.correctedAt,
        corrections: before.corrections,
      });
      await documents().discardDraft({ documentId });
      expect(await documents().findOne({ documentId })).toMatchObject({
        firstPublishedAt: null,
        correctedAt: null,
        corrections: null,
        changeKind: null,
      });
      expect((await read(documentId)).corrections).toEqual(before.corrections);
    });

    it('are of one locale: clones and new locales start without any', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      await documents().update({
        documentId,
        data: { body: body(RIGHT), ...CORRECTION },
        status: 'published',
      });
      newsroom().clock.advance(MINUTE_MS);
      await documents().update({ documentId, data: { changeKind: 'update' } });
      const clone = await documents().clone({ documentId, data: { title: title() } });
      const copy = String(clone?.documentId);
      expect((await documents().findOne({ documentId: copy }))?.changeKind).toBeNull();
      await documents().publish({ documentId: copy });
      expect(await read(copy)).toMatchObject({ correctedAt: null, corrections: [] });
      expect((await read(copy)).firstPublishedAt > (await read(documentId)).firstPublishedAt).toBe(true);

      const translated = { title: title(), body: body(RIGHT) };
      await documents().update({ documentId, locale: 'es', data: translated, status: 'published' });
      expect(await read(documentId, 'es')).toMatchObject({ correctedAt: null, corrections: [] });
      expect(await changes(documentId, 'es')).toEqual(['first']);
    });
  });

  describe('what a change is, is said on every road', () => {
    const corrected = async (documentId: string) => {
      expect((await read(documentId)).corrections).toEqual([
        expect.objectContaining({ text: NOTE, kind: 'correction' }),
      ]);
      // It was said of this change, and of none that comes later.
      expect(await documents().findOne({ documentId })).toMatchObject({ changeKind: null, changeNote: null });
    };

    it('REST', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      await newsroom()
        .http()
        .put(`/api/articles/${documentId}`)
        .set('authorization', token)
        .send({ data: { body: body(RIGHT), ...CORRECTION } })
        .expect(200);
      await corrected(documentId);
    });

    it('GraphQL', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      const query =
        'mutation ($id: ID!, $data: ArticleInput!) { updateArticle(documentId: $id, data: $data) { corrections } }';
      const answer = await newsroom()
        .http()
        .post('/graphql')
        .set('authorization', token)
        .send({ query, variables: { id: documentId, data: { body: body(RIGHT), ...CORRECTION } } });
      expect(answer.body.errors).toBeUndefined();
      expect(answer.body.data.updateArticle.corrections).toEqual([expect.objectContaining({ text: NOTE })]);
      await corrected(documentId);
    });

    it('the Publish button, and bulk publish', async () => {
      const one = await publishArticle(newsroom(), [WRONG]);
      await admin('post', `/${one}/actions/publish`)
        .send({ body: body(RIGHT), ...CORRECTION })
        .expect(200);
      await corrected(one);
      const two = await publishArticle(newsroom(), [WRONG]);
      await admin('put', `/${two}`)
        .send({ body: body(RIGHT), ...CORRECTION })
        .expect(200);
      await admin('post', '/actions/bulkPublish')
        .send({ documentIds: [two] })
        .expect(200);
      await corrected(two);
    });

    it('code: a draft is changed, and published later', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      await documents().update({ documentId, data: { body: body(RIGHT), ...CORRECTION } });
      expect((await read(documentId)).corrections).toEqual([]);
      await documents().publish({ documentId, locale: '*' });
      await corrected(documentId);
    });

    it.each(['update', 'minor'] as const)('%s: readers are told nothing', async (changeKind) => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      await documents().update({ documentId, data: { body: body(RIGHT), changeKind }, status: 'published' });
      expect(await read(documentId)).toMatchObject({ correctedAt: null, corrections: [] });
      expect(await changes(documentId)).toEqual(['first', changeKind]);
    });

    it.each([
      ['changeNote', { changeKind: 'correction' }],
      ['changeNote', { changeKind: 'correction', changeNote: ' \n' }],
      ['changeNote', { changeNote: 'For what?' }],
      ['changeNote', { changeKind: 'update', changeNote: 'x'.repeat(2_001) }],
      ['changeKind', { changeKind: 'fix' }],
    ])('a wrong %s is refused before anything is written: %j', async (name, change) => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      const answer = await newsroom()
        .http()
        .put(`/api/articles/${documentId}`)
        .set('authorization', token)
        .send({ data: { body: body(RIGHT), ...change } })
        .expect(400);
      expect(JSON.stringify(answer.body.error)).toContain(name);
      expect((await read(documentId)).body).toEqual(body(WRONG));
      expect(await changes(documentId)).toEqual(['first']);
    });

    it('a caller that catches the refusal has published nothing', async () => {
      const { strapi } = newsroom();
      const documentId = await publishArticle(newsroom(), [WRONG]);
      const change = { changeKind: 'correction' as const };
      await strapi.db.transaction(async () => {
        await documents()
          .update({ documentId, data: { body: body(RIGHT), ...change }, status: 'published' })
          .catch(() => undefined);
      });
      expect((await read(documentId)).body).toEqual(body(WRONG));
    });

    it('a correction that is sent again is told of once; another one with the same words is told of too', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      const send = async (text: string) => {
        newsroom().clock.advance(MINUTE_MS);
        await newsroom()
          .http()
          .put(`/api/articles/${documentId}`)
          .set('authorization', token)
          .send({ data: { body: body(text), ...CORRECTION } })
          .expect(200);
      };
      await send(RIGHT);
      const first = await read(documentId);
      await send(RIGHT);
      await corrected(documentId);
      expect(await read(documentId)).toMatchObject({
        correctedAt: first.correctedAt,
        corrections: first.corrections,
      });
      expect(await changes(documentId)).toEqual(['first', 'correction', 'republication']);
      await send('The dividend is 21 pence.');
      expect((await read(documentId)).corrections).toHaveLength(2);
    });

    it('the dialog of a selection knows what would be refused, and so does “Before you publish”', async () => {
      const told = await publishArticle(newsroom(), [WRONG]);
      await documents().update({ documentId: told, data: { body: body(RIGHT), ...CORRECTION } });
      const withoutNote = await publishArticle(newsroom(), [WRONG]);
      await documents().update({ documentId: withoutNote, data: { changeKind: 'correction' } });
      const { documentId: neverShown } = await documents().create({
        data: { title: title(), ...CORRECTION },
      });
      const documentIds = [told, withoutNote, neverShown];
      const check = async (method: 'get' | 'post', path: string, sent?: object) =>
        newsroom()
          .http()
          [method](`/newsroom/publication-checks/${path}`)
          .set('authorization', `Bearer ${newsroom().adminToken}`)
          .send(sent)
          .expect(200);
      const { body: selection } = await check('post', 'drafts', { documentIds });
      const kept = selection.data as { documentId: string; hindrances: { field: string; fault: string }[] }[];
      expect(kept.map(({ documentId }) => documentId)).toEqual([withoutNote, neverShown]);
      expect(kept.map(({ hindrances }) => hindrances)).toMatchObject([
        [{ field: 'changeNote', fault: 'changeNoteMissing' }],
        [{ field: 'changeKind', fault: 'changeBeforeFirst' }],
      ]);
      const { body: one } = await check('get', withoutNote);
      expect(one.data.findings).toContainEqual(
        expect.objectContaining({ level: 'block', field: 'changeNote', fault: 'changeNoteMissing' }),
      );
      const answer = await admin('post', '/actions/bulkPublish').send({ documentIds }).expect(400);
      expect(answer.body.error.message).toMatch(/Kept back: .*a correction needs a note/);
      expect((await read(told)).corrections).toEqual([]);
    });

    it('a note that is no text is refused, from code too', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      const data = { changeKind: 'correction' as const, changeNote: 5 as unknown as string };
      await expect(documents().update({ documentId, data, status: 'published' })).rejects.toThrow(
        'changeNote: give text.',
      );
    });

    it('a form that was opened before takes nothing back that a colleague has said since; one that clears it does', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      const { body: opened } = await admin('get', `/${documentId}`).expect(200);
      await documents().update({ documentId, data: { body: body(RIGHT), ...CORRECTION } });
      const form = { ...opened.data, body: body(RIGHT), byline: 'Ada A.' };
      await admin('put', `/${documentId}`).send(form).expect(200);
      expect(await documents().findOne({ documentId })).toMatchObject({ byline: 'Ada A.', ...CORRECTION });
      await admin('put', `/${documentId}`)
        .send({ ...form, changeKind: null, changeNote: '' })
        .expect(200);
      expect(await documents().findOne({ documentId })).toMatchObject({ changeKind: null, changeNote: null });
    });

    it('the schedule takes it, and the list of acts has who said it', async () => {
      const { strapi } = newsroom();
      const documentId = await publishArticle(newsroom(), [WRONG]);
      const publishAt = await inMs(newsroom(), 10 * MINUTE_MS);
      await documents().update({ documentId, data: { body: body(RIGHT), ...CORRECTION, publishAt } });
      const editor = await signInAs(strapi, 'newsroom-editor');
      await newsroom()
        .http()
        .put(`/content-manager/collection-types/${ARTICLE}/${documentId}`)
        .set('authorization', `Bearer ${editor}`)
        .send({ changeKind: 'minor', changeNote: '' })
        .expect(200);
      await documents().update({ documentId, data: CORRECTION });
      await documents().update({ documentId, data: { ...CORRECTION, byline: 'Ada A.' } });
      const said = (await actsOf(newsroom(), documentId)).filter(({ act }) => act === 'change-declared');
      expect(said).toMatchObject([
        { byKind: 'code', before: { changeKind: null }, after: { changeKind: 'correction' } },
        { byKind: 'person', before: { changeKind: 'correction' }, after: { changeKind: 'minor' } },
        { byKind: 'code', before: { changeKind: 'minor' }, after: { changeKind: 'correction' } },
      ]);
      await passTime(newsroom(), 10 * MINUTE_MS);
      await corrected(documentId);
      expect(await changes(documentId)).toEqual(['first', 'correction']);
    });

    it('the record has the byline of each publication', async () => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      await documents().update({ documentId, data: { byline: ' Ada A. ' }, status: 'published' });
      expect((await rows(documentId)).map(({ byline }) => byline)).toEqual(['', 'Ada A.']);
      expect(await changes(documentId)).toEqual(['first', 'republication']);
    });

    it('a first publication corrects nothing', async () => {
      const data = { title: title(), ...CORRECTION };
      await expect(documents().create({ data, status: 'published' })).rejects.toThrow('changeKind');
      const { documentId } = await documents().create({ data });
      await expect(documents().publish({ documentId })).rejects.toThrow('changeKind');
      await newsroom().http().get(`/api/articles/${documentId}`).expect(404);
    });
  });

  describe('the fields that the newsroom sets', () => {
    const FORGED: [string, unknown][] = [
      ['firstPublishedAt', '2020-01-01T00:00:00.000Z'],
      ['correctedAt', '2020-01-01T00:00:00.000Z'],
      ['corrections', [{ at: '2020-01-01T00:00:00.000Z', text: 'Forged.', kind: 'correction' }]],
      ['retractedAt', '2020-01-01T00:00:00.000Z'],
    ];

    it.each(FORGED)('%s is written by nobody else', async (name, value) => {
      const documentId = await publishArticle(newsroom(), [WRONG]);
      const before = await read(documentId);
      const { http } = newsroom();
      const rest = { data: { title: title(), [name]: value } };
      for (const [method, path] of [
        ['put', `/api/articles/${documentId}`],
        ['post', '/api/articles'],
      ] as const) {
        const answer = await http()[method](path).set('authorization', token).send(rest).expect(400);
        expect(JSON.stringify(answer.body.error)).toContain(name);
      }
      const query =
        'mutation ($id: ID!, $data: ArticleInput!) { updateArticle(documentId: $id, data: $data) { slug } }';
      const graphql = await http()
        .post('/graphql')
        .set('authorization', token)
        .send({ query, variables: { id: documentId, data: { [name]: value } } });
      expect(graphql.body.errors[0].message).toContain(name);
      const data = { [name]: value };
      await expect(documents().update({ documentId, data })).rejects.toThrow(name);
      await expect(documents().update({ documentId, data, status: 'published' })).rejects.toThrow(name);
      const titled = { title: title(), ...data };
      await expect(documents().create({ data: titled })).rejects.toThrow(name);
      await expect(documents().clone({ documentId, data: titled })).rejects.toThrow(name);
      // The content manager drops what is not to be written, and a form sends back what it was given.
      await admin('put', `/${documentId}`).send(data);
      await admin('post', `/${documentId}/actions/publish`).send(data);
      expect((await read(documentId))[name]).toEqual(before[name]);
      expect((await documents().findOne({ documentId }))?.[name as 'retractedAt']).toBeNull();
    });
  });
};
