import { readFile } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import type { CaptureService } from 'strapi-plugin-quote-snapshots/strapi-server';
import { quotesPlugin } from '../newsroom/quotes-plugin';
import { ArticleFileError, parseArticleFile } from './article-file';
import { slugOfFile, writeArticle, type Outcome } from './write-article';

export interface ImportOptions {
  /** The locale of files whose front matter has none. */
  locale: string;
  publish: boolean;
  /** Called after each file. */
  onFile?: (file: string) => void;
}

export interface ImportReport {
  counts: Record<Outcome, number>;
  failures: { file: string; line: number; reason: string }[];
}

/** Quotes are asked for in one batch for this number of files, to save requests to the provider and to limit memory. */
const FILES_PER_BATCH = 50;

const failureOf = (error: unknown): { line: number; reason: string } => {
  if (error instanceof ArticleFileError) return { line: error.line, reason: error.reason };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return { line: 0, reason: 'there is no such file' };
  if (code === 'EISDIR') return { line: 0, reason: 'it is a folder: name the files in it' };
  return { line: 1, reason: message };
};

/** Imports Markdown articles. A file that fails is reported, and the import goes on. */
export const importArticles = async (
  strapi: Core.Strapi,
  files: readonly string[],
  { locale, publish, onFile }: ImportOptions,
): Promise<ImportReport> => {
  const report: ImportReport = {
    counts: { created: 0, updated: 0, published: 0, unchanged: 0 },
    failures: [],
  };
  const seen = new Map<string, string>();
  const capture = quotesPlugin(strapi)?.service<CaptureService>('capture');
  // Without the plugin no quotes are captured.
  const inOneBatch = (run: () => Promise<void>) => (capture ? capture.captureInOneBatch(run) : run());

  const importFile = async (path: string): Promise<void> => {
    try {
      const file = parseArticleFile(await readFile(path));
      const into = file.locale ?? locale;
      if (!(await strapi.plugin('i18n').service('locales').findByCode(into))) {
        throw new ArticleFileError(1, `locale: "${into}" is not a locale of the newsroom`);
      }
      const address = `${into}:${slugOfFile(file)}`;
      const earlier = seen.get(address);
      if (earlier !== undefined) {
        throw new ArticleFileError(
          1,
          `it has the slug "${slugOfFile(file)}" of ${earlier}: give one of them another`,
        );
      }
      seen.set(address, path);
      report.counts[await writeArticle(strapi, file, { locale: into, publish })] += 1;
    } catch (error) {
      report.failures.push({ file: path, ...failureOf(error) });
    }
    onFile?.(path);
  };

  for (let start = 0; start < files.length; start += FILES_PER_BATCH) {
    await inOneBatch(async () => {
      for (const path of files.slice(start, start + FILES_PER_BATCH)) await importFile(path);
    });
  }
  return report;
};
