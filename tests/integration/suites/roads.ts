import { ARTICLE, body, instruments, readSnapshots, settled, title } from '../../support/articles';
import type { Suite } from '.';

const TEXT = 'Microsoft (NASDAQ: MSFT) and Oracle (NYSE: ORCL) rose; Microsoft (NASDAQ: MSFT) more.';

/** Each road ends with the figures there, by the time its request is answered. */
export const roads: Suite = (newsroom) => {
  const expectCaptured = async (documentId: string, locale = 'en') => {
    const snapshots = await readSnapshots(newsroom(), documentId, locale);
    expect(instruments(snapshots)).toEqual(['XNAS:MSFT', 'XNYS:ORCL']);
    expect(snapshots).toEqual([
      expect.objectContaining({
        state: 'captured',
        price: 480,
        change: 10,
        changePercent: 2.1277,
        currency: 'USD',
      }),
      expect.objectContaining({ state: 'captured', price: 180.03, provider: 'cloudquote', delayMinutes: 20 }),
    ]);
    for (const { quotedAt, capturedAt, attribution, relatedLocale, reason } of snapshots) {
      expect(Date.parse(quotedAt ?? '')).toBeLessThan(Date.parse(capturedAt ?? ''));
      expect(attribution).toContain('CloudQuote');
      expect({ relatedLocale, reason }).toEqual({ relatedLocale: locale, reason: null });
    }
  };
  const draft = async (text = TEXT) => {
    const { documentId } = await newsroom()
      .strapi.documents(ARTICLE)
      .create({ data: { title: title(), body: body(text) } });
    return documentId;
  };
  const admin = (method: 'post' | 'put' | 'delete', path: string) =>
    newsroom()
      .http()
      [method](`/content-manager/collection-types/${ARTICLE}${path}`)
      .set('authorization', `Bearer ${newsroom().adminToken}`);
  const token = async () => {
    const created = await newsroom()
      .strapi.service('admin::api-token')
      .create({ name: title(), type: 'full-access', description: '', lifespan: null });
    return `Bearer ${created.accessKey}`;
  };

  it('the Publish button', async () => {
    const documentId = await draft();
    await admin('post', `/${documentId}/actions/publish`).send({}).expect(200);
    await expectCaptured(documentId);
  });

  it('the Publish button on a new entry', async () => {
    const answer = await admin('post', '/actions/publish')
      .send({ title: title(), body: body(TEXT) })
      .expect(200);
    await expectCaptured(answer.body.data.documentId);
  });

  it('bulk publish', async () => {
    const documentIds = [await draft(), await draft()];
    await admin('post', '/actions/bulkPublish').send({ documentIds }).expect(200);
    for (const documentId of documentIds) await expectCaptured(documentId);
  });

  it('REST POST, with the figures in its own answer where it asks for them', async () => {
    const answer = await newsroom()
      .http()
      .post('/api/articles?populate=quoteSnapshots')
      .set('authorization', await token())
      .send({ data: { title: title(), body: body(TEXT) } })
      .expect(201);
    expect(answer.body.data.quoteSnapshots.map(({ price }: { price: number }) => price)).toEqual([
      480, 180.03,
    ]);
    await expectCaptured(answer.body.data.documentId);
  });

  it('REST PUT', async () => {
    const documentId = await draft('No mention yet.');
    await newsroom()
      .http()
      .put(`/api/articles/${documentId}`)
      .set('authorization', await token())
      .send({ data: { body: body(TEXT) } })
      .expect(200);
    await expectCaptured(documentId);
  });

  it('GraphQL', async () => {
    const query = `mutation ($data: ArticleInput!) { createArticle(data: $data) { documentId quoteSnapshots { price } } }`;
    const answer = await newsroom()
      .http()
      .post('/graphql')
      .set('authorization', await token())
      .send({ query, variables: { data: { title: title(), body: body(TEXT) } } })
      .expect(200);
    expect(answer.body.errors).toBeUndefined();
    const { documentId, quoteSnapshots } = answer.body.data.createArticle;
    expect(quoteSnapshots).toEqual([{ price: 480 }, { price: 180.03 }]);
    await expectCaptured(documentId);
  });

  it('documents().publish', async () => {
    const documentId = await draft();
    await newsroom().strapi.documents(ARTICLE).publish({ documentId });
    await expectCaptured(documentId);
  });

  it('documents().create with status "published"', async () => {
    const data = { title: title(), body: body(TEXT) };
    const { documentId } = await newsroom().strapi.documents(ARTICLE).create({ data, status: 'published' });
    await expectCaptured(documentId);
  });

  it('documents().update with status "published", whatever fields it asks back', async () => {
    const documentId = await draft('Nothing.');
    const data = { body: body(TEXT) };
    await newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, data, status: 'published', fields: ['title'] });
    await expectCaptured(documentId);
  });

  it.each(['*', ['en', 'es']])('several locales at once (%j)', async (locale) => {
    const documentId = await draft();
    const translated = { title: title(), body: body(TEXT) };
    await newsroom().strapi.documents(ARTICLE).update({ documentId, locale: 'es', data: translated });
    await newsroom().strapi.documents(ARTICLE).publish({ documentId, locale });
    await expectCaptured(documentId, 'en');
    await expectCaptured(documentId, 'es');
  });

  it('one locale alone leaves the others as they are', async () => {
    const documentId = await draft();
    await newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, locale: 'es', data: { title: title(), body: body('(NASDAQ: AAPL)') } });
    await newsroom().strapi.documents(ARTICLE).publish({ documentId, locale: 'es' });
    await newsroom().http().get(`/api/articles/${documentId}`).expect(404);
    await newsroom().strapi.documents(ARTICLE).publish({ documentId });
    expect(instruments(await readSnapshots(newsroom(), documentId, 'es'))).toEqual(['XNAS:AAPL']);
    await expectCaptured(documentId);
  });

  it('a transaction of the caller, once it commits', async () => {
    const { strapi, provider } = newsroom();
    const documentId = await draft();
    const before = provider.requests.length;
    await strapi.db.transaction(async () => {
      await strapi.documents(ARTICLE).publish({ documentId });
      expect(provider.requests.length).toBe(before);
    });
    await settled(newsroom());
    await expectCaptured(documentId);
  });

  it('several at once in a transaction of the caller; what it writes past the document service carries no mark', async () => {
    const { strapi } = newsroom();
    const documentIds = [await draft(), await draft()];
    const past = `past${process.pid}`;
    await strapi.db.transaction(async () => {
      await Promise.all(documentIds.map((documentId) => strapi.documents(ARTICLE).publish({ documentId })));
      const data = {
        documentId: past,
        title: title(),
        body: body(TEXT),
        locale: 'en',
        publishedAt: new Date(),
      };
      await strapi.db.query(ARTICLE).create({ data });
    });
    await settled(newsroom());
    for (const documentId of documentIds) await expectCaptured(documentId);
    const entries = await strapi.db.query(ARTICLE).findMany({
      where: { documentId: { $in: [...documentIds, past] }, publishedAt: { $notNull: true } },
      orderBy: { id: 'asc' },
    });
    expect(entries.map(({ quoteSnapshotsRecord }) => quoteSnapshotsRecord)).toEqual([
      'recorded',
      'recorded',
      null,
    ]);
    await strapi.db.query(ARTICLE).deleteMany({ where: { documentId: past } });
  });

  it('a transaction that is rolled back leaves no trace', async () => {
    const { strapi } = newsroom();
    const documentId = await draft();
    const work = strapi.db.transaction(async () => {
      await strapi.documents(ARTICLE).publish({ documentId });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(
      await strapi.db
        .query('plugin::quote-snapshots.quote-snapshot')
        .count({ where: { relatedDocumentId: documentId } }),
    ).toBe(0);
  });

  it('asks the provider while no transaction is open', async () => {
    const { strapi, provider } = newsroom();
    const documentId = await draft('(NASDAQ: NVDA) and (NASDAQ: META)');
    provider.fail('stall');
    let answered = false;
    const publishing = admin('post', `/${documentId}/actions/publish`)
      .send({})
      .then(({ status }) => {
        answered = true;
        return status;
      });
    // SQLite has one connection: a read is answered only where nobody holds a transaction open.
    while (provider.requests.at(-1)?.symbols.includes('NVDA') !== true) await new Promise(setImmediate);
    await strapi.db.connection.raw('select 1');
    expect(answered).toBe(false);
    provider.fail(undefined);
    provider.release();
    expect(await publishing).toBe(200);
  });
};
