import type { Core } from '@strapi/strapi';

interface Layout {
  mainField: string;
  /** Columns of the list view. */
  list: string[];
  /** Rows of the edit view. The fields of a row share twelve columns. */
  edit: [field: string, size: number][][];
  /** The label above and the help text below a field. */
  texts: Record<string, [label: string, help: string]>;
  /** Fields that the form shows and nobody can change there. */
  readOnly?: readonly string[];
}

/** The content manager's views of each type on a new database. An admin may change them later. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  'api::article.article': {
    mainField: 'title',
    list: ['title', 'kind', 'updatedAt'],
    edit: [
      [['title', 12]],
      [
        ['slug', 6],
        ['kind', 6],
      ],
      [['summary', 12]],
      [['body', 12]],
      [
        ['byline', 6],
        ['cover', 6],
      ],
      [
        ['coverCaption', 6],
        ['coverCredit', 6],
      ],
      [
        ['tickers', 6],
        ['companies', 6],
      ],
      [['disclaimers', 12]],
      [['appliedDisclaimers', 12]],
    ],
    readOnly: ['appliedDisclaimers'],
    texts: {
      title: ['Headline', ''],
      updatedAt: ['Last changed', ''],
      slug: ['Slug', 'The address. Made from the headline where it is empty.'],
      kind: ['Kind', 'Tells readers whether it is news or opinion.'],
      summary: ['Summary', 'One or two sentences, for lists and search engines.'],
      body: ['Body', 'Name listings as (NASDAQ: MSFT): publishing captures a quote of each.'],
      byline: ['Byline', 'Who wrote it, as printed.'],
      cover: ['Photo', ''],
      coverCaption: ['Caption', 'What the photo shows.'],
      coverCredit: ['Photo credit', 'Who took it, as the licence wants it.'],
      tickers: ['Tickers', 'Publishing adds the tickers that the text names. Link others here.'],
      companies: ['Companies', 'Publishing adds the companies of the tickers.'],
      disclaimers: ['Disclaimers', 'In addition to those that apply automatically.'],
      // These fields are in no row of the form: the panel "Times" shows and sets them, in the editor's zone and the market's.
      publishAt: ['Publish at', ''],
      unpublishAt: ['Unpublish at', ''],
      embargoUntil: ['Embargo until', ''],
      proposedPublishAt: ['Proposed: publish at', ''],
      proposedUnpublishAt: ['Proposed: unpublish at', ''],
      changeKind: ['What the change is', 'Asked in the panel “After publication”.'],
      changeNote: ['Note on the change', 'Of a correction, readers see it.'],
      appliedDisclaimers: [
        'Disclaimers as published',
        'The texts that readers are shown, as they were when the article was published. See the tab “Published”.',
      ],
    },
  },
  'api::company.company': {
    mainField: 'name',
    list: ['name', 'country', 'sector', 'updatedAt'],
    edit: [
      [
        ['name', 6],
        ['slug', 6],
      ],
      [
        ['legalName', 6],
        ['lei', 6],
      ],
      [
        ['website', 6],
        ['country', 3],
        ['sector', 3],
      ],
      [['aliases', 12]],
      [['description', 12]],
      [
        ['logo', 6],
        ['tickers', 6],
      ],
      [['articles', 12]],
    ],
    texts: {
      name: ['Name', 'As the newsroom writes it.'],
      slug: ['Slug', 'Made from the name where it is empty.'],
      legalName: ['Legal name', ''],
      aliases: ['Other names', 'As the press prints them, one on each line.'],
      lei: ['LEI', 'Legal entity identifier, 20 characters (ISO 17442).'],
      website: ['Website', 'With https://'],
      country: ['Country', 'Two letters (ISO 3166-1), as US.'],
      sector: ['Sector', ''],
      description: ['Description', ''],
      logo: ['Logo', ''],
      tickers: ['Tickers', 'Its listings.'],
      articles: ['Articles', ''],
      updatedAt: ['Last changed', ''],
    },
  },
  'api::ticker.ticker': {
    mainField: 'symbol',
    list: ['symbol', 'mic', 'name', 'listingStatus', 'featured'],
    edit: [
      [
        ['symbol', 4],
        ['mic', 4],
        ['exchange', 4],
      ],
      [
        ['name', 8],
        ['currency', 4],
      ],
      [
        ['instrumentType', 6],
        ['listingStatus', 6],
      ],
      [
        ['isin', 6],
        ['figi', 6],
      ],
      [
        ['company', 6],
        ['featured', 3],
        ['featuredOrder', 3],
      ],
      [['splits', 12]],
      [['articles', 12]],
    ],
    texts: {
      symbol: ['Symbol', 'In capitals; a share class behind a dot, as BRK.B.'],
      mic: ['Market', 'Market identifier code (ISO 10383): XNAS is NASDAQ, XNYS is NYSE, XLON is London.'],
      exchange: ['Exchange', 'As printed to readers, as NASDAQ.'],
      name: ['Name', 'As shown to readers.'],
      currency: ['Currency', 'Three letters (ISO 4217), as USD; GBP for London, not pence.'],
      instrumentType: ['Kind of instrument', ''],
      listingStatus: ['Listing', 'Only active ones are in the quote box.'],
      company: ['Company', ''],
      articles: ['Articles', ''],
      isin: ['ISIN', 'ISO 6166, as US0378331005.'],
      figi: ['FIGI', ''],
      splits: [
        'Splits',
        'As [{ "date": "2026-06-10", "ratio": "10:1" }]. Prices from before and after are not compared.',
      ],
      featured: ['Featured', 'Shown in the quote box.'],
      featuredOrder: ['Place', 'In the quote box, lowest first.'],
    },
  },
  'api::disclaimer.disclaimer': {
    mainField: 'name',
    list: ['name', 'key', 'appliesTo', 'updatedAt'],
    edit: [
      [
        ['name', 6],
        ['key', 6],
      ],
      [['text', 12]],
      [['appliesTo', 6]],
    ],
    texts: {
      name: ['Name', 'For editors; readers see the text.'],
      key: ['Key', 'What frontends and imports call it.'],
      text: [
        'Text',
        'As readers see it. Published articles keep the old text until they are published again.',
      ],
      appliesTo: ['Applies to', 'Which articles carry it.'],
      updatedAt: ['Last changed', ''],
    },
  },
  'api::disclaimer-wording.disclaimer-wording': {
    mainField: 'name',
    list: ['name', 'key', 'language', 'wordedAt'],
    edit: [
      [
        ['name', 6],
        ['key', 6],
      ],
      [['text', 12]],
      [
        ['appliesTo', 4],
        ['language', 4],
        ['wordedAt', 4],
      ],
      [['disclaimerDocumentId', 12]],
    ],
    readOnly: ['name', 'key', 'text', 'appliesTo', 'language', 'wordedAt', 'disclaimerDocumentId'],
    texts: {
      name: ['Name', 'As it was called.'],
      text: ['Text', 'As readers were shown it.'],
      language: ['Language', 'The locale that the text is in.'],
      wordedAt: ['Worded at', 'When the disclaimer was published with these words.'],
      disclaimerDocumentId: ['Disclaimer', 'The documentId of the disclaimer.'],
    },
  },
  'api::article-act.article-act': {
    mainField: 'act',
    list: ['at', 'act', 'by', 'articleDocumentId', 'articleLocale', 'reason'],
    edit: [
      [
        ['act', 4],
        ['at', 4],
        ['by', 4],
      ],
      [
        ['articleDocumentId', 8],
        ['articleLocale', 4],
      ],
      [['reason', 12]],
      [
        ['before', 6],
        ['after', 6],
      ],
    ],
    readOnly: [
      'act',
      'at',
      'by',
      'byKind',
      'byAdmin',
      'articleDocumentId',
      'articleLocale',
      'reason',
      'reasons',
      'before',
      'after',
    ],
    texts: {
      act: ['Act', 'What was done.'],
      at: ['At', 'By the clock of the database.'],
      by: ['By', 'A person, an API token, or the worker that keeps the schedule.'],
      byKind: ['Kind of caller', 'person, api-token, user, worker, code or unknown.'],
      articleDocumentId: ['Article', 'The documentId of the article.'],
      articleLocale: ['Language', 'The locale that it was done in.'],
      reason: ['Reason', 'As whoever did it gave it.'],
      reasons: ['Reasons as codes', 'Why the newsroom held it back.'],
      before: ['Before', 'The times before the act.'],
      after: ['After', 'The times after the act.'],
    },
  },
  'plugin::quote-snapshots.quote-snapshot': {
    mainField: 'instrument',
    list: ['instrument', 'state', 'price', 'currency', 'capturedAt', 'reasonCode'],
    edit: [],
    texts: {},
  },
};

/** Types whose lists are sorted by the last change, newest first. */
const NEWEST_FIRST: ReadonlySet<string> = new Set(['api::article.article']);

interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: Record<string, unknown>; list: Record<string, unknown> }>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

export const setEditLayouts = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.plugin('content-manager').service('content-types');
  for (const [uid, { mainField, list, edit, texts, readOnly = [] }] of Object.entries(LAYOUTS)) {
    const contentType = Object.values(strapi.contentTypes).find((type) => type.uid === uid);
    if (!contentType) continue;
    const configuration: Configuration = await service.findConfiguration(contentType);
    const metadatas = { ...configuration.metadatas };
    for (const [field, [label, description]] of Object.entries(texts)) {
      const known = metadatas[field];
      if (known)
        metadatas[field] = { list: { ...known.list, label }, edit: { ...known.edit, label, description } };
    }
    for (const field of readOnly) {
      const known = metadatas[field];
      if (known) metadatas[field] = { ...known, edit: { ...known.edit, editable: false } };
    }
    const rows = edit.map((row) => row.map(([name, size]) => ({ name, size })));
    await service.updateConfiguration(contentType, {
      // An editor usually returns to the article that was worked on last.
      settings: {
        ...configuration.settings,
        mainField,
        ...(NEWEST_FIRST.has(uid) ? { defaultSortBy: 'updatedAt', defaultSortOrder: 'DESC' } : {}),
      },
      metadatas,
      layouts: { list, edit: rows.length > 0 ? rows : configuration.layouts.edit },
    });
  }
};
