import type { Suite } from '../../../support/describe-newsroom';
import { articlePage } from './article';
import { companyPage } from './company';
import { frontPage } from './front';
import { siteOverHttp } from './http';
import { localesOfSite } from './locales';
import { requestsOfPages } from './requests';
import { searchPage } from './search';
import { unpublished } from './unpublished';

const SUITES: Readonly<Record<string, Suite>> = {
  'the front page': frontPage,
  'the page of an article': articlePage,
  'the page of a company': companyPage,
  'the search': searchPage,
  'its languages': localesOfSite,
  'what it does not show': unpublished,
  'this page from the API': requestsOfPages,
  'over HTTP': siteOverHttp,
};

/** The newsroom's own site, page by page. */
export const site: Suite = (newsroom) => {
  for (const [name, suite] of Object.entries(SUITES)) describe(name, () => suite(newsroom));
};
