import { draftArticle, inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE, body, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { uploadPicture, type UploadedFile } from '../support/files';
import { renewSession } from '../support/newsroom';
import { createWebhookReceiver, type ReceivedEvent } from '../support/webhook-receiver';

const WORD = 'Plantedpicture';
const HOUR_MS = 60 * MINUTE_MS;
const EVENTS = ['media.create', 'media.update', 'media.delete', 'entry.create'];

type MediaEvent = ReceivedEvent & { media?: Record<string, unknown> };

/**
 * Strapi's webhooks send a file whole at each change: name, address, alternative text and caption of the cover of an article under
 * embargo, which tell what it is about.
 */
export const regression: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  let receiver: Awaited<ReturnType<typeof createWebhookReceiver>>;
  let admin = '';
  const runner = () =>
    newsroom().strapi.get<{ add(hook: object): void; remove(hook: object): void }>('webhookRunner');
  const webhook = () => ({ id: 'pictures', url: receiver.url, headers: {}, events: EVENTS, isEnabled: true });
  beforeAll(async () => {
    admin = await renewSession(newsroom());
    receiver = await createWebhookReceiver();
    runner().add(webhook());
  });
  afterAll(async () => {
    runner().remove(webhook());
    await receiver.close();
  });
  afterEach(() => {
    receiver.received.length = 0;
  });
  const isAbout =
    ({ id }: { id: number }, event: string) =>
    (one: MediaEvent) =>
      one.event === event && one.media?.id === id;
  const heard = async (file: { id: number }, event: string): Promise<Record<string, unknown>> => {
    await receiver.hears(isAbout(file, event));
    return (receiver.received as MediaEvent[]).filter(isAbout(file, event)).at(-1)?.media ?? {};
  };
  const upload = async (): Promise<UploadedFile> => {
    const file = await uploadPicture(newsroom(), admin);
    await heard(file, 'media.create');
    return file;
  };
  const describeFile = async ({ id }: UploadedFile): Promise<void> => {
    await newsroom()
      .http()
      .post(`/upload?id=${id}`)
      .set('authorization', `Bearer ${admin}`)
      .field('fileInfo', JSON.stringify({ name: `${WORD}.png`, alternativeText: WORD, caption: WORD }))
      .expect(200);
  };
  const remove = async ({ id }: UploadedFile): Promise<void> => {
    await newsroom().http().delete(`/upload/files/${id}`).set('authorization', `Bearer ${admin}`).expect(200);
  };
  const inText = ({ hash, url, name }: UploadedFile) => [
    ...body('Before the picture.'),
    {
      type: 'image',
      image: {
        ...{ name, alternativeText: WORD, url, hash, width: 1, height: 1, formats: {}, size: 1 },
        ...{ ext: '.png', mime: 'image/png', provider: 'local' },
        ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
      },
      children: [{ type: 'text', text: '' }],
    },
  ];
  const namesOf = (file: UploadedFile) => ({ id: file.id, documentId: expect.any(String) });

  it('they send its ids, and those of one in the text, also when it is deleted', async () => {
    const embargoUntil = await inMs(newsroom(), HOUR_MS);
    const cover = await upload();
    const text = await upload();
    const documentId = await draftArticle(newsroom(), { cover: cover.id, body: inText(text), embargoUntil });
    for (const file of [cover, text]) {
      await describeFile(file);
      expect(await heard(file, 'media.update')).toEqual(namesOf(file));
      await remove(file);
      expect(await heard(file, 'media.delete')).toEqual(namesOf(file));
    }
    expect(JSON.stringify(receiver.received)).not.toContain(WORD);
    await articles().delete({ documentId });
  });

  it('nor does an event of another draft that has the same picture', async () => {
    const embargoUntil = await inMs(newsroom(), HOUR_MS);
    const [file, text] = [await upload(), await upload()];
    const held = await draftArticle(newsroom(), { cover: file.id, body: inText(text), embargoUntil });
    await describeFile(file);
    const other = await draftArticle(newsroom(), { cover: file.id, body: inText(text) });
    const isOther = ({ event, entry }: ReceivedEvent) =>
      event === 'entry.create' && entry?.documentId === other;
    await receiver.hears(isOther);
    const entry = receiver.received.find(isOther)?.entry;
    expect(entry?.cover).toEqual(namesOf(file));
    expect(JSON.stringify(entry?.body)).toContain('Before the picture.');
    expect(JSON.stringify(receiver.received)).not.toContain(WORD);
    for (const one of [held, other]) await articles().delete({ documentId: one });
  });

  it('one of no article, one that readers have, and one whose embargo is over, are sent as Strapi sends them', async () => {
    const embargoUntil = await inMs(newsroom(), HOUR_MS);
    const [free, logo, ended] = [await upload(), await upload(), await upload()];
    const documentId = await draftArticle(newsroom(), { cover: logo.id, embargoUntil });
    const company = await newsroom()
      .strapi.documents('api::company.company')
      .create({ data: { name: title(), logo: logo.id } as never });
    const other = await draftArticle(newsroom(), { cover: ended.id, embargoUntil });
    for (const file of [free, logo]) {
      await describeFile(file);
      expect(await heard(file, 'media.update')).toMatchObject({ name: `${WORD}.png`, url: file.url });
      await remove(file);
      expect(await heard(file, 'media.delete')).toMatchObject({ caption: WORD, hash: file.hash });
    }
    newsroom().clock.advance(HOUR_MS);
    admin = await renewSession(newsroom());
    await describeFile(ended);
    expect(await heard(ended, 'media.update')).toMatchObject({ name: `${WORD}.png`, url: ended.url });
    for (const one of [documentId, other]) await articles().delete({ documentId: one });
    await newsroom().strapi.documents('api::company.company').delete({ documentId: company.documentId });
  });
};
