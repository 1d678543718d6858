import { createAdminUser, mayWith, signInAs } from '../../support/admin-user';
import { ARTICLE, publishArticle, record, settled, SNAPSHOT, type Snapshot } from '../../support/articles';
import type { Suite } from '.';

const READ = 'plugin::content-manager.explorer.read';
const RECORDS = [SNAPSHOT, 'api::disclaimer-wording.disclaimer-wording', 'api::article-act.article-act'];

interface Row extends Snapshot {
  correctedBy: string | null;
  voidedBy: string | null;
  voidedAt: string | null;
  document: { documentId: string; title: string | null; exists: boolean; type: string } | null;
}

/** The page of the record, its export, and how Strapi's own screens treat what is a record. */
export const recordPage: Suite = (newsroom) => {
  const as = (token = newsroom().adminToken) => ({
    get: (path: string) => newsroom().http().get(path).set('authorization', `Bearer ${token}`),
    post: (path: string, sent: object) =>
      newsroom().http().post(path).set('authorization', `Bearer ${token}`).send(sent),
  });
  const rows = async (query: object, token?: string): Promise<Row[]> =>
    (await as(token).get('/quote-snapshots/record').query(query).expect(200)).body.data;
  const symbolsOf = (found: Row[]) => found.map(({ symbol }) => symbol);

  let documentId = '';
  beforeAll(async () => {
    const { provider } = newsroom();
    for (const symbol of ['RCPA', 'RCPB']) provider.quote(symbol, { Price: 10, PrevClose: 9 });
    documentId = await publishArticle(newsroom(), ['(NASDAQ: RCPA), (NASDAQ: RCPB) and (NASDAQ: RCPX)'], {
      title: 'The page of the record',
    });
    await settled(newsroom());
  });

  it('lists the record newest first, each row with its document', async () => {
    const found = await rows({ document: documentId });
    expect(symbolsOf(found)).toEqual(['RCPX', 'RCPB', 'RCPA']);
    expect(symbolsOf(await rows({ document: documentId, order: 'oldest' }))).toEqual([
      'RCPA',
      'RCPB',
      'RCPX',
    ]);
    expect(found[2]).toMatchObject({
      price: 10,
      state: 'captured',
      document: { documentId, title: 'The page of the record', exists: true, type: ARTICLE },
    });
  });

  it('filters by listing, state, reason, provider and day', async () => {
    expect(symbolsOf(await rows({ listing: 'XNAS:RCPA' }))).toEqual(['RCPA']);
    expect(symbolsOf(await rows({ listing: 'rcpb' }))).toEqual(['RCPB']);
    const here = { document: documentId };
    expect(symbolsOf(await rows({ ...here, state: 'unavailable' }))).toEqual(['RCPX']);
    expect(symbolsOf(await rows({ ...here, reason: 'unknown-instrument' }))).toEqual(['RCPX']);
    expect(await rows({ ...here, provider: 'nobody' })).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    expect(await rows({ ...here, from: today, to: today })).toHaveLength(3);
    expect(await rows({ ...here, to: '2001-01-01' })).toEqual([]);
  });

  it('refuses what it cannot read', async () => {
    for (const query of [{ page: 0 }, { state: 'gone' }, { from: 'yesterday' }, { unknown: 1 }]) {
      const { body } = await as().get('/quote-snapshots/record').query(query).expect(400);
      expect(body.error.message).toContain('The request is not valid');
    }
  });

  it('has pages', async () => {
    const many = Array.from(
      { length: 30 },
      (_, index) => `(NASDAQ: RPG${String.fromCharCode(65 + (index % 26))}${index > 25 ? 'Q' : ''})`,
    );
    const of = await publishArticle(newsroom(), [many.join(', ')]);
    await settled(newsroom());
    const pages = await Promise.all(
      [1, 2, 3].map((page) => as().get('/quote-snapshots/record').query({ document: of, page })),
    );
    expect(pages.map(({ body }) => [body.data.length, body.meta])).toEqual([
      [25, { page: 1, hasMore: true }],
      [5, { page: 2, hasMore: false }],
      [0, { page: 3, hasMore: false }],
    ]);
    const documentIds = pages.flatMap(({ body }) => body.data.map((row: Row) => row.documentId));
    expect(new Set(documentIds).size).toBe(30);
  });

  it('keeps who voided a snapshot, who had one captured again, when and why', async () => {
    const [first, second] = await record(newsroom(), documentId);
    await as()
      .post(`/quote-snapshots/snapshots/${first?.documentId}/void`, { reason: 'Wrong share class.' })
      .expect(200);
    await as()
      .post(`/quote-snapshots/snapshots/${second?.documentId}/recapture`, { reason: 'The source erred.' })
      .expect(200);
    await settled(newsroom());
    const [voided] = await rows({ document: documentId, state: 'voided' });
    expect(voided).toMatchObject({
      symbol: 'RCPA',
      voidedBy: 'Ada Admin',
      voidedAt: expect.stringMatching(/Z$/),
      reason: 'Wrong share class.',
      correctedBy: null,
    });
    const [again] = await rows({ document: documentId, listing: 'RCPB' });
    expect(again).toMatchObject({
      correctedBy: 'Ada Admin',
      correction: 'The source erred.',
      voidedBy: null,
    });
    // Names are the newsroom's own.
    const { body } = await newsroom().http().get('/api/quote-snapshots').expect(200);
    expect(JSON.stringify(body)).not.toMatch(/Ada Admin|correctedBy|voidedBy/);
  });

  it('exports what it lists as CSV, with formulas as text', async () => {
    const { strapi } = newsroom();
    const of = await publishArticle(newsroom(), ['(NASDAQ: RCPA)']);
    await settled(newsroom());
    const [row] = await record(newsroom(), of);
    await strapi.plugin('quote-snapshots').service('capture').void(row?.documentId, '=1+1, "so"', 'Bo');
    const answer = await as()
      .get('/quote-snapshots/record.csv')
      .query({ document: of, language: 'de' })
      .expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="quotes.csv"',
      'cache-control': 'no-store',
    });
    const [head, line, ...rest] = answer.text.split('\r\n');
    expect(head).toMatch(/^recordedAt,publishedAt,contentType,document,locale,instrument,/);
    expect(line).toContain(`,${ARTICLE},${of},en,XNAS:RCPA,RCPA,`);
    expect(line).toContain(`,"'=1+1, ""so""",`);
    expect(line).toContain(',Bo,');
    expect(rest).toEqual(['']);
    const german = await as()
      .get('/quote-snapshots/record.csv')
      .query({ document: documentId, language: 'de' });
    expect(german.text).toContain('Kursanbieter');
  });

  describe('shows each role what it may read', () => {
    it('a reporter sees their own articles’ snapshots alone', async () => {
      const { strapi } = newsroom();
      const reporter = await createAdminUser(strapi, 'record-reporter', [
        { action: 'plugin::quote-snapshots.snapshots.read' },
        { action: READ, subject: SNAPSHOT },
        ...mayWith(strapi, ARTICLE, ['read'], ['admin::is-creator']),
      ]);
      expect(await rows({ document: documentId }, reporter.token)).toEqual([]);
      const { id } = await strapi.db.query('admin::user').findOne({ where: { email: reporter.email } });
      const own = await publishArticle(newsroom(), ['(NASDAQ: RCPA)'], { createdBy: id });
      await settled(newsroom());
      expect(symbolsOf(await rows({ listing: 'RCPA' }, reporter.token))).toEqual(['RCPA']);
      expect((await rows({}, reporter.token)).map((row) => row.document?.documentId)).toEqual([own]);
      const csv = await as(reporter.token).get('/quote-snapshots/record.csv').expect(200);
      expect(csv.text.trim().split('\r\n')).toHaveLength(2);
    });

    it('a role sees those fields and those snapshots that its permission names', async () => {
      const { strapi } = newsroom();
      const narrow = await createAdminUser(strapi, 'record-narrow', [
        { action: 'plugin::quote-snapshots.snapshots.read' },
        { action: READ, subject: SNAPSHOT, properties: { fields: ['symbol', 'state'] } },
        ...mayWith(strapi, ARTICLE, ['read']),
      ]);
      const [row] = await rows({ listing: 'RCPA' }, narrow.token);
      expect(row).toMatchObject({
        symbol: 'RCPA',
        price: null,
        correction: null,
        voidedBy: null,
      });
      const { text } = await as(narrow.token).get('/quote-snapshots/record.csv').expect(200);
      expect(text).not.toMatch(/Ada Admin|Wrong share class/);
    });

    it('a filter on a field that the role may not read is refused, of the list and of the export', async () => {
      const { strapi } = newsroom();
      const narrow = await createAdminUser(strapi, 'record-hidden-filters', [
        { action: 'plugin::quote-snapshots.snapshots.read' },
        { action: READ, subject: SNAPSHOT, properties: { fields: ['symbol', 'state'] } },
        ...mayWith(strapi, ARTICLE, ['read']),
      ]);
      const hidden = {
        instrument: { listing: 'XNAS:RCPA' },
        relatedDocumentId: { document: documentId },
        reasonCode: { reason: 'stale' },
        provider: { state: 'captured', provider: 'cloudquote' },
      };
      for (const [field, query] of Object.entries(hidden)) {
        for (const address of ['/quote-snapshots/record', '/quote-snapshots/record.csv']) {
          const { status, body } = await as(narrow.token).get(address).query(query);
          expect([status, body.error?.message]).toEqual([
            403,
            expect.stringMatching(new RegExp(`may not read the field "${field}" .*leave that filter out`)),
          ]);
          expect(body.error.details.refusal).toEqual({ code: 'hidden-filter', values: { field } });
        }
      }
      // Days are of a field that every role reads.
      expect(symbolsOf(await rows({ listing: 'RCPA', from: '2001-01-01' }, narrow.token))).toContain('RCPA');
      expect(await rows({ listing: 'RCPA', to: '2001-01-01' }, narrow.token)).toEqual([]);
    });

    it('nobody without the permission to read snapshots, or of the locale', async () => {
      const { strapi } = newsroom();
      const panelOnly = await createAdminUser(strapi, 'record-panel', [
        { action: 'plugin::quote-snapshots.snapshots.read' },
        ...mayWith(strapi, ARTICLE, ['read']),
      ]);
      await as(panelOnly.token).get('/quote-snapshots/record').expect(403);
      await as(panelOnly.token).get('/quote-snapshots/record.csv').expect(403);
      const spanish = await createAdminUser(strapi, 'record-spanish', [
        { action: 'plugin::quote-snapshots.snapshots.read' },
        { action: READ, subject: SNAPSHOT },
        { action: READ, subject: ARTICLE, properties: { fields: ['title'], locales: ['es'] } },
      ]);
      expect(await rows({ document: documentId }, spanish.token)).toEqual([]);
    });

    it('Compliance the rows of an article that is deleted', async () => {
      const { strapi } = newsroom();
      const token = await signInAs(strapi, 'newsroom-compliance');
      const of = await publishArticle(newsroom(), ['(NASDAQ: RCPA)']);
      await settled(newsroom());
      await strapi.documents(ARTICLE).delete({ documentId: of });
      expect(await rows({ document: of }, token)).toEqual([
        expect.objectContaining({
          symbol: 'RCPA',
          document: expect.objectContaining({ exists: false, title: null }),
        }),
      ]);
    });
  });

  describe('Strapi’s own screens', () => {
    it('list no record as content, nor count it on the home page', async () => {
      const init = await as().get('/content-manager/init').expect(200);
      const displayed = init.body.data.contentTypes.filter(
        (one: { isDisplayed: boolean }) => one.isDisplayed,
      );
      expect(displayed.map(({ uid }: { uid: string }) => uid)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/snapshot|wording|article-act|publication/)]),
      );
      const { body } = await as()
        .get('/content-manager/homepage/recent-documents')
        .query({ action: 'update' })
        .expect(200);
      const types = body.data.map(({ contentTypeUid }: { contentTypeUid: string }) => contentTypeUid);
      expect(types.filter((uid: string) => RECORDS.includes(uid))).toEqual([]);
      const count = async () => {
        const counted = await as().get('/content-manager/homepage/count-documents').expect(200);
        return counted.body.data as Record<string, number>;
      };
      const before = await count();
      await publishArticle(newsroom(), ['(NASDAQ: RCPA) and (NASDAQ: RCPB)']);
      await settled(newsroom());
      const after = await count();
      expect((after.published ?? 0) - (before.published ?? 0)).toBe(1);
      expect((after.draft ?? 0) - (before.draft ?? 0)).toBe(0);
    });

    it('let an admin give and take the permission to read each record, and no other', async () => {
      const { body } = await as().get('/admin/permissions').expect(200);
      const { subjects, actions } = body.data.sections.collectionTypes;
      for (const uid of RECORDS) {
        const subject = subjects.find((one: { uid: string }) => one.uid === uid);
        expect(subject?.properties[0]).toMatchObject({ value: 'fields', children: expect.any(Array) });
        expect(
          actions
            .filter((one: { subjects: string[] }) => one.subjects.includes(uid))
            .map((one: { actionId: string }) => one.actionId),
        ).toEqual([READ]);
      }
    });
  });
};
