import type { Core } from '@strapi/strapi';
import Table from 'cli-table3';
import type { ReasonsService, StoredReason } from 'strapi-plugin-quote-snapshots/strapi-server';
import { quotesPlugin } from '../newsroom/quotes-plugin';
import type { Login } from './demo-login';

interface Row extends StoredReason {
  instrument: string | null;
  symbol: string;
  exchange: string | null;
  price: number | null;
  change: number | null;
  changePercent: number | null;
  priceDecimals: number | null;
  currency: string | null;
  state: string;
  relatedDocumentId: string;
  relatedLocale: string | null;
}

/** As many rows as fit on a screen. The API has all of them. */
const MOST_ROWS = 30;

const signed = (figure: number, decimals: number): string =>
  `${figure > 0 ? '+' : ''}${figure.toFixed(decimals)}`;

const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

const cells = (row: Row, reasons: ReasonsService): string[] => {
  const named = row.instrument ?? `${row.exchange ?? '$'}: ${row.symbol}`;
  if (row.price === null) return [named, row.state, '', shortened(reasons.inWords(row, 'en') ?? '', 40)];
  const decimals = row.priceDecimals ?? 2;
  const change = row.change === null ? '' : signed(row.change, decimals);
  const percent = row.changePercent === null ? '' : `${signed(row.changePercent, 2)} %`;
  return [named, `${row.price.toFixed(decimals)} ${row.currency}`, change, percent];
};

/** The captured quotes as a table, grouped by article. */
export const captureTable = async (strapi: Core.Strapi): Promise<string> => {
  const reasons = quotesPlugin(strapi)?.service<ReasonsService>('reasons');
  if (!reasons) return 'QUOTES_ENABLED is false: no quotes are captured, and none are shown.';
  const rows: Row[] = await strapi.db
    .query('plugin::quote-snapshots.quote-snapshot')
    .findMany({ where: { current: true }, orderBy: [{ relatedPublishedAt: 'asc' }, { id: 'asc' }] });
  const articles: { documentId: string; locale: string; title: string }[] = await strapi.db
    .query('api::article.article')
    .findMany({ where: { publishedAt: { $notNull: true } } });

  const table = new Table({
    head: ['Article', 'Instrument', 'Price', 'Change', 'Percent'],
    colAligns: ['left', 'left', 'right', 'right', 'right'],
    // No colours, which would be codes in a log, and no lines between the rows.
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  let above = '';
  for (const row of rows.slice(0, MOST_ROWS)) {
    const { title = '' } =
      articles.find(
        ({ documentId, locale }) => documentId === row.relatedDocumentId && locale === row.relatedLocale,
      ) ?? {};
    table.push([title === above ? '' : shortened(title, 40), ...cells(row, reasons)]);
    above = title;
  }
  const more = rows.length - MOST_ROWS;
  return `${table.toString()}${more > 0 ? `\n… and ${more} more: GET /api/quote-snapshots` : ''}`;
};

/** The addresses to open, with the login. @param hasSite whether this server shows the newsroom's own site */
export const addressesToOpen = (
  address: string,
  login: Login | undefined,
  hasQuotes: boolean,
  hasSite: boolean,
): string => {
  const [populate, selection] = hasQuotes
    ? ['?populate=quoteSnapshots', ' quoteSnapshots { instrument price change currency quotedAt }']
    : ['', ''];
  return [
    ...(hasSite ? [`Site      ${address}`] : []),
    `Admin     ${address}/admin`,
    login
      ? `          ${login.email}   ${login.password}`
      : '          (sign in as an admin of this database)',
    `REST      ${address}/api/articles${populate}`,
    ...(hasQuotes ? [`          ${address}/api/quote-snapshots/latest`] : []),
    `GraphQL   ${address}/graphql`,
    `          { articles { title${selection} } }`,
    '',
    `  curl -s ${address}/graphql -H 'content-type: application/json' \\`,
    `    -d '{"query":"{ articles { title${selection} } }"}'`,
    '',
    'Stop with Ctrl+C.',
  ].join('\n');
};
