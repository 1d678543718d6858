import { body, publishArticle, title } from '../../support/articles';
import { takeClock } from '../../support/clock';
import { changedArticles, MINUTE_MS, RIGHT, WRONG } from '../../support/changed-articles';
import type { Suite } from '../../support/describe-newsroom';

const NO_LINKS = {
  tickers: { connect: [], disconnect: [] },
  disclaimers: { connect: [], disconnect: [] },
};

/** When an editor is asked what a change is. */
export const correctionsRule: Suite = (newsroom) => {
  const { documents, read, changes, levels, letTimePass } = changedArticles(newsroom);
  beforeEach(letTimePass);
  afterEach(() => levels('warn'));

  const findings = async (documentId: string): Promise<string[]> => {
    const answer = await newsroom()
      .http()
      .get(`/newsroom/publication-checks/${documentId}`)
      .set('authorization', `Bearer ${newsroom().adminToken}`)
      .expect(200);
    return answer.body.data.findings
      .filter(({ rule }: { rule: string }) => rule === 'corrections')
      .map(({ fault }: { fault: string }) => fault);
  };
  const revised = async (minutes: number, data: object = { body: body(RIGHT) }) => {
    const documentId = await publishArticle(newsroom(), [WRONG], { summary: 'In short.' });
    newsroom().clock.advance(minutes * MINUTE_MS);
    await letTimePass();
    await documents().update({ documentId, data });
    return documentId;
  };

  it('asks after the grace time, and not within it', async () => {
    expect(await findings(await revised(14))).toEqual([]);
    expect(await findings(await revised(16))).toEqual(['unexplainedChange']);
  });

  it('asks by the clock of the database, which a node is ahead of by twenty minutes', async () => {
    const node = takeClock();
    const ahead = await revised(1);
    node.advance(20 * MINUTE_MS);
    const found = await findings(ahead);
    // Published by a node that is ahead, and changed on one that is not.
    const published = await publishArticle(newsroom(), [WRONG]);
    node.advance(-20 * MINUTE_MS);
    newsroom().clock.advance(16 * MINUTE_MS);
    await documents().update({ documentId: published, data: { body: body(RIGHT) } });
    expect([found, await findings(published)]).toEqual([[], ['unexplainedChange']]);
  });

  it.each([
    ['title', { title: `Another ${title()}` }],
    ['summary', { summary: 'Longer.' }],
    ['caption', { coverCaption: 'The plant.' }],
    ['credit', { coverCredit: 'Somebody' }],
  ])('asks where the %s differs', async (_what, data) => {
    expect(await findings(await revised(16, data))).toEqual(['unexplainedChange']);
  });

  it.each([
    ['kind', { kind: 'analysis', byline: 'Ada' }],
    [
      'bold type and white space',
      { body: [{ type: 'paragraph', children: [{ type: 'text', text: ` ${WRONG} `, bold: true }] }] },
    ],
    ['slug', { slug: `another-${process.pid}` }],
  ])('does not ask where only the %s differs', async (_what, data) => {
    expect(await findings(await revised(16, data))).toEqual([]);
  });

  it('is satisfied by what the editor says', async () => {
    expect(await findings(await revised(16, { body: body(RIGHT), changeKind: 'minor' }))).toEqual([]);
  });

  it('warn publishes, and the record says that nobody explained it', async () => {
    const documentId = await revised(16);
    await documents().publish({ documentId });
    expect(await changes(documentId)).toEqual(['first', 'unexplained']);
  });

  it('block refuses, on the draft and by an update, and after a withdrawal', async () => {
    levels('block');
    const documentId = await revised(16);
    await expect(documents().publish({ documentId })).rejects.toThrow('changeKind');
    await expect(
      documents().update({ documentId, data: { summary: 'Other.' }, status: 'published' }),
    ).rejects.toThrow('changeKind');
    expect((await read(documentId)).body).toEqual(body(WRONG));
    await documents().unpublish({ documentId });
    await expect(documents().publish({ documentId })).rejects.toThrow('changeKind');
    await documents().update({ documentId, data: { changeKind: 'update' }, status: 'published' });
    expect((await read(documentId)).body).toEqual(body(RIGHT));
  });

  it('a form is told whether readers have seen another text', async () => {
    const documentId = await revised(1);
    const ask = async (entry: object) => {
      const answer = await newsroom()
        .http()
        .post('/newsroom/publication-checks')
        .set('authorization', `Bearer ${newsroom().adminToken}`)
        .send({ documentId, entry, ...NO_LINKS })
        .expect(200);
      return answer.body.data.change;
    };
    expect(await ask({})).toEqual({ wasShown: true, differs: true, isRetracted: false });
    expect(await ask({ body: body(WRONG) })).toEqual({ wasShown: true, differs: false, isRetracted: false });
  });

  it('off says nothing', async () => {
    levels('off');
    expect(await findings(await revised(16))).toEqual([]);
  });
};
