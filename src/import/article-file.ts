import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { BlockNode } from '../newsroom/text/body-blocks';
import { markdownToBlocks } from '../newsroom/text/markdown-to-blocks';

/** The front matter: the YAML between the `---` lines at the top of a Markdown file. */
const frontMatter = z.strictObject({
  title: z.string().trim().min(1),
  slug: z.string().trim().min(1).optional(),
  locale: z.string().trim().min(2).optional(),
  /** The slug of the article of which this one is a translation. */
  translationOf: z.string().trim().min(1).optional(),
  summary: z.string().optional(),
  kind: z.enum(['news', 'analysis', 'opinion', 'press-release']).optional(),
  byline: z.string().optional(),
  coverCaption: z.string().optional(),
  coverCredit: z.string().optional(),
  /** Instruments such as `XNAS:MSFT`; slugs of companies; keys of disclaimers. */
  tickers: z.array(z.string()).optional(),
  companies: z.array(z.string()).optional(),
  disclaimers: z.array(z.string()).optional(),
});

export type FrontMatter = z.infer<typeof frontMatter>;
export interface ArticleFile extends FrontMatter {
  body: BlockNode[];
}

/** A file that cannot be imported. `line` counts from 1. */
export class ArticleFileError extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`);
  }
}

const MARK = /^---[ \t]*$/;

const split = (lines: string[]): { yaml: string; body: string } => {
  if (!MARK.test(lines[0] ?? '')) {
    throw new ArticleFileError(
      1,
      'expected "---": an article starts with front matter that gives at least its title',
    );
  }
  const end = lines.findIndex((line, index) => index > 0 && MARK.test(line));
  if (end < 0) throw new ArticleFileError(1, 'the front matter is not closed: a line "---" is missing');
  return { yaml: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n') };
};

/**
 * Reads one Markdown article.
 *
 * @param content the file's bytes, UTF-8
 * @throws ArticleFileError with the line and the reason
 */
export const parseArticleFile = (content: Uint8Array): ArticleFile => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new ArticleFileError(1, 'the file is not UTF-8 text: save it as UTF-8');
  }
  const { yaml, body } = split(text.split(/\r?\n/));
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  // The first `---` is line 1 of the file, so line n of the YAML is line n + 1.
  const lineAt = (offset: number): number => counter.linePos(offset).line + 1;
  const [fault] = document.errors;
  if (fault) throw new ArticleFileError(lineAt(fault.pos[0]), fault.message.split('\n')[0] ?? fault.message);

  const parsed = frontMatter.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const path = unknown === undefined ? (issue?.path ?? []) : [unknown];
    const node: unknown = path.length > 0 ? document.getIn(path, true) : undefined;
    const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
    const field = path.join('.') || 'front matter';
    throw new ArticleFileError(range ? lineAt(range[0]) : 1, `${field}: ${issue?.message ?? 'not valid'}`);
  }
  const blocks = markdownToBlocks(body);
  if (blocks.length === 0) {
    throw new ArticleFileError(yaml.split('\n').length + 3, 'the article has no body');
  }
  return { ...parsed.data, body: blocks };
};
