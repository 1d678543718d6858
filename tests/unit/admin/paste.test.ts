import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { blocksOfClipboard } from '../../../src/admin/paste/blocks-of-clipboard';
import type { HtmlNode } from '../../../src/admin/paste/html-node';
import { looksLikeMarkdown } from '../../../src/admin/paste/looks-like-markdown';

/** A node of the parser, as far as it is read. */
interface Parsed {
  nodeType: number;
  name?: string;
  data?: string;
  children?: Parsed[];
  attribs?: Record<string, string>;
}

/** The same with the names that a browser gives. */
const asBrowserNode = ({ nodeType, name, data, children, attribs }: Parsed): HtmlNode => ({
  nodeType,
  nodeName: name ?? '#text',
  nodeValue: data ?? null,
  childNodes: (children ?? []).map(asBrowserNode),
  getAttribute: (attribute) => attribs?.[attribute] ?? null,
});
const parse = (html: string): HtmlNode => asBrowserNode(parseDocument(html));

const paste = (html: string, text = 'x y') => blocksOfClipboard({ fragment: '', html, text }, parse);
const pasteText = (text: string) => blocksOfClipboard({ fragment: '', html: '', text }, parse);

interface Shown {
  type: string;
  level?: number;
  format?: string;
  indentLevel?: number;
  url?: string;
  text?: string;
  children?: Shown[];
}

/** Text of a block with its kind, links in angle brackets, marks by letters. */
const shown = ({
  type,
  level,
  format,
  indentLevel: _level,
  url,
  text,
  children,
  ...marks
}: Shown): string => {
  if (type === 'text') {
    const letters = Object.keys(marks).map((mark) => mark[0]);
    return letters.length > 0 ? `${letters.join('')}{${text}}` : (text ?? '');
  }
  const inside = (children ?? []).map(shown).join(type === 'list' ? ', ' : '');
  if (type === 'link') return `<${url} ${inside}>`;
  if (type === 'list-item') return inside;
  return `${level ? `h${level}` : (format ?? type)}[${inside}]`;
};
const read = (blocks: Shown[] | undefined): string[] | undefined => blocks?.map(shown);

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h2>Results <span style='mso-bidi-font-weight:normal'>of the quarter</span></h2>
<p class=MsoNormal>Microsoft (NASDAQ: MSFT) <b style='mso-bidi-font-weight:normal'>rose</b>,
<i>again</i>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>&middot;<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Cloud<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>Azure<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>&middot;<span>&nbsp; </span></span><![endif]>Devices<o:p></o:p></p>
<p class=MsoNormal style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>First</p>
<p class=MsoNormal>See <a href="https://example.com/a">the report</a>.<o:p></o:p></p>
<!--EndFragment--></body></html>`;

const GOOGLE_DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-8d1f1c0e-7fff-3d1b"><h1 dir="ltr"><span style="font-weight:400;">Chips</span></h1><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;text-decoration:none;">Nvidia </span><span style="font-weight:700;">rose</span><span style="font-weight:400;font-style:italic;"> fast</span></p><br /><p dir="ltr"><span>&nbsp;</span></p><ul style="margin-top:0;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>one</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>deeper</span></p></li></ul><li dir="ltr" aria-level="1"><p><span>two</span></p></li></ul><p><a href="https://example.com/"><span style="text-decoration:underline;">a link</span></a></p></b><br class="Apple-interchange-newline">`;

describe('pasting', () => {
  it('from Word: headings, lists of two levels, links and emphasis, and no empty paragraph', () => {
    expect(read(paste(WORD))).toEqual([
      'h2[Results of the quarter]',
      'paragraph[Microsoft (NASDAQ: MSFT) b{rose}, i{again}.]',
      'unordered[Cloud, unordered[Azure], Devices]',
      'ordered[First]',
      'paragraph[See <https://example.com/a the report>.]',
    ]);
  });

  it('from Google Docs: what is around it is not bold, and what is bold is', () => {
    expect(read(paste(GOOGLE_DOCS))).toEqual([
      'h1[Chips]',
      'paragraph[Nvidia b{rose}i{ fast}]',
      'unordered[one, unordered[deeper], two]',
      'paragraph[<https://example.com/ a link>]',
    ]);
  });

  it('Markdown: headings, lists and links, whatever an editor of code puts beside it', () => {
    const source = '## Results\r\n\r\nSee [this](https://example.com).\r\n\r\n- up\r\n- down';
    const expected = ['h2[Results]', 'paragraph[See <https://example.com this>.]', 'unordered[up, down]'];
    expect(read(pasteText(source))).toEqual(expected);
    const coloured =
      '<meta charset="utf-8"><div style="font-family: monospace"><span>## Results</span></div>';
    expect(read(paste(coloured, source))).toEqual(expected);
    // A web page that shows Markdown as what it means is taken by what it is.
    expect(read(paste('<h3>Results</h3>', source))).toEqual(['h3[Results]']);
  });

  it('plain text of several lines: a paragraph a line, and none that is empty', () => {
    expect(read(pasteText('One.\n\n\nTwo # 2 * 3.\r\n'))).toEqual([
      'paragraph[One.]',
      'paragraph[Two # 2 * 3.]',
    ]);
  });

  it('web pages: tables, quotes, code; no script, no style, no link that a body may not have', () => {
    const html = `<style>p{}</style><script>alert(1)</script><blockquote>Said.</blockquote><pre>a\n b</pre>
      <table><tr><th>A</th><td>1</td></tr><tr><td></td></tr></table>
      <p><a href="javascript:alert(1)">x</a> <a href="#top">y</a><del>gone</del></p>loose`;
    expect(read(paste(html))).toEqual([
      'quote[Said.]',
      'code[a\n b]',
      'paragraph[A | 1]',
      'paragraph[x ys{gone}]',
      'paragraph[loose]',
    ]);
  });

  it.each([
    [
      'a link around blocks',
      '<a href="https://example.com"><h2>Results</h2><p>Sales <b>rose</b>.</p></a><p>x</p>',
      [
        'h2[<https://example.com Results>]',
        'paragraph[<https://example.com Sales b{rose}.>]',
        'paragraph[x]',
      ],
    ],
    [
      'bold and italics around blocks',
      '<strong><p>Up.</p><em><ul><li>one</li></ul></em></strong><p>x</p>',
      ['paragraph[b{Up.}]', 'unordered[bi{one}]', 'paragraph[x]'],
    ],
    [
      'what is not bold inside of it',
      '<b><p>a<span style="font-weight:normal">b</span></p><h2>c</h2></b>',
      ['paragraph[b{a}b]', 'h2[c]'],
    ],
    [
      'bold in a link in a heading',
      '<h2><a href="https://example.com"><b>c</b></a></h2>',
      ['h2[<https://example.com c>]'],
    ],
    [
      'a button of a mail',
      '<a href="https://example.com"><table><tr><td>Read on</td></tr></table></a>',
      ['paragraph[<https://example.com Read on>]'],
    ],
    ['a link that a body may not have', '<a href="javascript:alert(1)"><p>x</p></a>', ['paragraph[x]']],
  ])('keeps %s', (_what, html, expected) => expect(read(paste(html))).toEqual(expected));

  it.each([
    ['<blockquote><p>Said.</p><p>And said.</p></blockquote>', ['quote[Said.]', 'quote[And said.]']],
    [
      '<blockquote>Said.<div>By <i>her</i>.</div></blockquote>after',
      ['quote[Said.]', 'quote[By i{her}.]', 'paragraph[after]'],
    ],
    ['<blockquote><h3>a</h3><ul><li>b</li></ul></blockquote>', ['h3[a]', 'unordered[b]']],
    [
      '<blockquote type="cite"><p>The mail that was sent on.</p></blockquote>',
      ['paragraph[The mail that was sent on.]'],
    ],
    [
      '<blockquote style="margin:0 0 0 40px;border:none;padding:0"><p>indented</p></blockquote>',
      ['paragraph[indented]'],
    ],
  ])('takes quotations for quotes: %s', (html, expected) => expect(read(paste(html))).toEqual(expected));

  it.each([
    ['from 3', ['3.', '4.'], ['unordered[3. a, 4. b]']],
    ['from 1, and anew', ['1.', '2.', '1)'], ['ordered[a, b]', 'ordered[c]']],
    ['on after a gap', ['1.', '4.', '5.'], ['ordered[a]', 'unordered[4. b, 5. c]']],
    ['with letters', ['c.', 'd.'], ['ordered[a, b]']],
    ['behind bullets', ['·', '2.'], ['unordered[a]', 'unordered[2. b]']],
  ])('has the numbers of Word’s lists that count %s', (_how, markers, expected) => {
    const item = (marker: string, index: number) =>
      `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span>${'abc'[index]}</p>`;
    expect(read(paste(markers.map(item).join('')))).toEqual(expected);
  });

  it("leaves to Strapi's editor its own blocks, an address, and a line of text", () => {
    expect(blocksOfClipboard({ fragment: 'W10=', html: '<h1>x</h1>', text: '# x' }, parse)).toBeUndefined();
    expect(paste('<p data-slate-fragment="W10=">x</p>', 'x')).toBeUndefined();
    expect(
      paste('<a href="https://example.com">https://example.com</a>', 'https://example.com'),
    ).toBeUndefined();
    expect(pasteText('A line of text.')).toBeUndefined();
    expect(paste('<p> </p>', ' ')).toBeUndefined();
  });

  it.each([
    ['a price of 3 * 4 * 5 dollars', false],
    ['#1 in the market', false],
    ['- a dash at the start', false],
    ['(NASDAQ: MSFT) [sic] rose', false],
    ['1. A year that ends a line.', false],
    ['# Headline', true],
    ['* one\n* two', true],
    ['1. one\n2. two', true],
    ['a **bold** word', true],
    ['> quoted', true],
    ['```\ncode\n```', true],
  ])('tells Markdown from prose: %j', (text, expected) => {
    expect(looksLikeMarkdown(text)).toBe(expected);
  });

  it.each([
    [
      'several paragraphs of a cell',
      '<td><p>Revenue rose.</p><p>Profit fell.</p></td><td>1</td>',
      ['paragraph[Revenue rose.]', 'paragraph[Profit fell.]', 'paragraph[1]'],
    ],
    ['a line end in a cell', '<td>Q1<br>2026</td><td>5</td>', ['paragraph[Q1 2026 | 5]']],
    [
      'links and emphasis of cells',
      '<td><a href="https://example.com">See</a></td><td><p><b>5</b></p></td>',
      ['paragraph[<https://example.com See> | b{5}]'],
    ],
    [
      'no style, script or marker of a cell',
      '<td><style>p{}</style>A<script>x()</script></td><td>1</td>',
      ['paragraph[A | 1]'],
    ],
    [
      'a table that lays out a mail',
      '<td><table><tr><td><h2>Results</h2><ul><li>up</li></ul></td></tr></table></td><td>x</td>',
      ['h2[Results]', 'unordered[up]', 'paragraph[x]'],
    ],
  ])('tables: %s', (_name, cells, expected) => {
    expect(read(paste(`<table><tr>${cells}</tr></table>`))).toEqual(expected);
  });

  it.each([
    ['<ul><li><p>First.</p><p>Second.</p></li></ul>', ['unordered[First.\nSecond.]']],
    [
      '<ul><li>a<ul><li>b</li></ul>c</li><li>d</li></ul>',
      ['unordered[a, unordered[b]]', 'paragraph[c]', 'unordered[d]'],
    ],
    ['<ul><li>a<pre>b\n  c</pre></li><li>d</li></ul>', ['unordered[a]', 'code[b\n  c]', 'unordered[d]']],
    ['<ol start="4"><li>d</li><li>e</li></ol>', ['unordered[4. d, 5. e]']],
    ['<pre>a<br>b<div>c</div><div>d</div><style>e</style></pre>', ['code[a\nb\nc\nd]']],
    ['<p>a<br><br>b</p>one<hr>two', ['paragraph[a\n\nb]', 'paragraph[one]', 'paragraph[two]']],
    ['<h2>a<div>b</div></h2>c<img src="x.png">d', ['h2[a\nb]', 'paragraph[c d]']],
    [
      '<p><a href="/a">a</a> <a href="https://">b</a> <a href="ftp://example.com">c</a></p>',
      ['paragraph[a b <ftp://example.com c>]'],
    ],
    ['<p><b>a </b> <i> b</i></p>', ['paragraph[b{a }i{b}]']],
  ])('keeps words apart: %s', (html, expected) => {
    expect(read(paste(html))).toEqual(expected);
  });

  it('makes no empty block of any text or markup, and has its words in their order, apart where they were', () => {
    const leaf = fc.constantFrom(
      'Chips',
      'rose',
      'MSFT',
      ' ',
      '\n',
      '\u00a0',
      '<br>',
      '<hr>',
      '<style>p</style>',
    );
    const tag = fc.constantFrom(
      ...[
        'p',
        'div',
        'b',
        'i',
        'a href="https://example.com"',
        'ul',
        'ol',
        'li',
        'h2',
        'span',
        'blockquote',
        'pre',
      ],
      ...['table><tr><td', 'table><tr><td>Cell</td><td'],
    );
    const html = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.tuple(tag, fc.array(tie('node'), { maxLength: 3 })).map(([open, inside]) => {
          const close = open.startsWith('table') ? '</td></tr></table>' : `</${open.split(' ')[0]}>`;
          return `<${open}>${inside.join('')}${close}`;
        }),
      ),
    })).node;
    const wordsOf = (text: string): string[] => text.match(/[A-Za-z]+/g) ?? [];
    /** How many letters stand before the end of each word. */
    const endsOf = (text: string): number[] => {
      let letters = 0;
      return wordsOf(text).map((word) => (letters += word.length));
    };
    const textOf = ({ type, text, children = [] }: Shown): string =>
      text ?? children.map(textOf).join(type === 'list' ? ' ' : '');
    fc.assert(
      fc.property(html, (source) => {
        const blocks: Shown[] = paste(source) ?? [];
        for (const block of blocks) expect(textOf(block).trim()).not.toBe('');
        const expected = source
          .replace(/<style>p<\/style>/g, '')
          .replace(/<\/?(?:b|i|a|span)\b[^>]*>/g, '')
          .replace(/<[^>]+>/g, ' ');
        const pasted = blocks.map(textOf).join(' ');
        expect(wordsOf(pasted).join('')).toBe(wordsOf(expected).join(''));
        // A word that continues in an element with a block may be parted; words that were apart are never joined.
        expect(endsOf(pasted)).toEqual(expect.arrayContaining(endsOf(expected)));
      }),
      { numRuns: 1_000 },
    );
  });
});
