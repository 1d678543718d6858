import type { Suite } from '../../../support/describe-newsroom';
import { openPage } from '../../../support/site';
import { publishPage, withGorsewell } from './gorsewell';

const COMPANY = 'api::company.company';

/** The page of a company. */
export const companyPage: Suite = (newsroom) => {
  withGorsewell(newsroom);
  const open = (address: string) => openPage(newsroom(), address);
  const publish = (texts: string[], data?: Record<string, unknown>) => publishPage(newsroom(), texts, data);

  it('links to the feeds of what a page shows', async () => {
    const { text } = await open('/companies/gorsewell-mining-plc').expect(200);
    for (const [type, format] of [
      ['application/rss+xml', 'rss'],
      ['application/atom+xml', 'atom'],
      ['application/feed+json', 'json'],
    ])
      expect(text).toMatch(
        new RegExp(
          `<link rel="alternate" type="${(type ?? '').replace('+', '\\+')}"[^>]+/feeds/${format}\\?company=gorsewell-mining-plc"`,
        ),
      );
  });

  it('pages its lists, and finds no page where there is none', async () => {
    const { strapi } = newsroom();
    const company = await strapi.documents(COMPANY).create({ data: { name: 'Paged Company' } });
    for (let index = 0; index < 16; index += 1) await publish([], { companies: [company.documentId] });
    const first = await open('/companies/paged-company').expect(200);
    expect(first.text).toContain('rel="next" href="/companies/paged-company?page=2"');
    const second = await open('/companies/paged-company?page=2').expect(200);
    expect(second.text.match(/class="card full"/g)).toHaveLength(1);
    expect(second.text).toContain('rel="prev" href="/companies/paged-company"');
    for (const page of ['3', '0', '-1', 'x', '1e3', '99999999999999999999', '1&page=2'])
      await open(`/companies/paged-company?page=${page}`).expect(404);
    await open('/?kind=nosuch').expect(404);
    await strapi.documents(COMPANY).delete({ documentId: company.documentId });
  });
};
