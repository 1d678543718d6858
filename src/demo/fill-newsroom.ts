import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core, UID } from '@strapi/strapi';
import { parse } from 'yaml';
import { importArticles } from '../import/import-articles';

type Fields = Record<string, unknown>;
interface Seed extends Fields {
  translations?: Record<string, Fields>;
}
interface CompanySeed extends Seed {
  slug: string;
  tickers: { mic: string; symbol: string }[];
}
interface DisclaimerSeed extends Seed {
  key: string;
}

/** The document service without its types: the seeds are plain data, which the newsroom's own checks validate. */
interface Documents {
  findFirst(query: { filters: Fields }): Promise<{ documentId: string } | null>;
  create(query: { data: Fields; locale?: string; status?: 'published' }): Promise<{ documentId: string }>;
  update(query: { documentId: string; data: Fields; locale: string; status?: 'published' }): Promise<unknown>;
}

const documents = (strapi: Core.Strapi, uid: UID.ContentType) =>
  strapi.documents(uid) as unknown as Documents;

const CONTENT = [
  'api::article.article',
  'api::company.company',
  'api::ticker.ticker',
  'api::disclaimer.disclaimer',
];

const readYaml = async <T>(file: string): Promise<T> => parse(await readFile(file, 'utf8')) as T;

/** True if this database has no content, or if an earlier run was interrupted. */
export const needsSampleContent = async (strapi: Core.Strapi): Promise<boolean> => {
  const marker = await strapi.store({ type: 'core', name: 'newsroom', key: 'demo' }).get();
  if (marker === 'filled') return false;
  if (marker === 'filling') return true;
  const counts = await Promise.all(CONTENT.map((uid) => strapi.db.query(uid).count()));
  return counts.every((count) => count === 0);
};

/**
 * Adds the sample content of `database/seeds` and publishes its articles. Existing entries are kept, so that a new run continues
 * after an interruption.
 *
 * @throws Error that names the file of an article that could not be imported
 */
export const addSampleContent = async (
  strapi: Core.Strapi,
  seeds: string,
  showProgress: (total: number) => { step(): void; stop(): void },
): Promise<void> => {
  const marker = strapi.store({ type: 'core', name: 'newsroom', key: 'demo' });
  await marker.set({ value: 'filling' });
  const companies = await readYaml<CompanySeed[]>(path.join(seeds, 'companies.yaml'));
  const disclaimers = await readYaml<DisclaimerSeed[]>(path.join(seeds, 'disclaimers.yaml'));
  const articles = (await readdir(path.join(seeds, 'articles'))).sort();
  const progress = showProgress(companies.length + disclaimers.length + articles.length);

  const find = (uid: UID.ContentType, filters: Fields) => documents(strapi, uid).findFirst({ filters });
  const fillCompany = async ({ translations, tickers, ...data }: CompanySeed): Promise<void> => {
    const uid = 'api::company.company';
    const { documentId } =
      (await find(uid, { slug: data.slug })) ?? (await documents(strapi, uid).create({ data, locale: 'en' }));
    for (const [locale, translated] of Object.entries(translations ?? {})) {
      await documents(strapi, uid).update({ documentId, data: { ...data, ...translated }, locale });
    }
    for (const ticker of tickers) {
      const { mic, symbol } = ticker;
      if (await find('api::ticker.ticker', { mic, symbol })) continue;
      await documents(strapi, 'api::ticker.ticker').create({ data: { ...ticker, company: documentId } });
    }
  };
  const fillDisclaimer = async ({ translations, ...data }: DisclaimerSeed): Promise<void> => {
    const uid = 'api::disclaimer.disclaimer';
    const status = 'published';
    const { documentId } =
      (await find(uid, { key: data.key })) ??
      (await documents(strapi, uid).create({ data, locale: 'en', status }));
    for (const [locale, translated] of Object.entries(translations ?? {})) {
      await documents(strapi, uid).update({ documentId, data: { ...data, ...translated }, locale, status });
    }
  };

  for (const company of companies) {
    await fillCompany(company);
    progress.step();
  }
  for (const disclaimer of disclaimers) {
    await fillDisclaimer(disclaimer);
    progress.step();
  }
  const files = articles.map((name) => path.join(seeds, 'articles', name));
  const { failures } = await importArticles(strapi, files, {
    locale: 'en',
    publish: true,
    onFile: () => progress.step(),
  });
  progress.stop();
  const [failed] = failures;
  if (failed) throw new Error(`${failed.file}:${failed.line}: ${failed.reason}`);
  await marker.set({ value: 'filled' });
};
