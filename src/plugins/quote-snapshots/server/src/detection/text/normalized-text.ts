/**
 * A text without markup and with each group of typographic variants replaced by one character, with the offset of each character in
 * the original text.
 */
export interface NormalizedText {
  text: string;
  /** The offset in the original text of the character at `index`. */
  sourceOffset(index: number): number;
}

/** The text that replaces a piece of markup, and the offset at which the text continues. */
export interface Markup {
  put: string;
  next: number;
}

/** Whether there is an ASCII letter at an offset. It is called for every `<` and `&` of a text, so it uses no pattern. */
export const isLetterAt = (text: string, at: number): boolean => {
  const lower = text.charCodeAt(at) | 32;
  return lower >= 97 && lower <= 122;
};

/**
 * Replaces omitted text after which no mention may continue: code, a URL, an image. It is a private-use character, which texts do
 * not contain.
 */
export const BREAK = '\uE000';

/** Typographic characters, with the one character by which each group is replaced. */
const FOLDED: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        '\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t',
        ' ',
      ],
      ['\uFF1A\uFE55\uA789\u2236', ':'],
      ['\uFF08\uFE59', '('],
      ['\uFF09\uFE5A', ')'],
      ['\uFF3B\u3010\u3014', '['],
      ['\uFF3D\u3011\u3015', ']'],
      ['\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02', '"'],
      ['\u2018\u2019\u201A\u201B\u2039\u203A\uFF07', "'"],
      ['\uFF0F', '/'],
      ['\uFF0C\u3001', ','],
      ['\uFF1B', ';'],
      ['\uFF04', '$'],
      ['\uFF0E', '.'],
      ['\u2010\u2011\uFF0D', '-'],
      ['\u2013\u2014\u2015', '\u2013'],
    ] as const
  ).flatMap(([from, to]) => [...from].map((character) => [character, to] as const)),
);

/** Characters that are ignored: zero-width spaces and joiners, soft hyphens, byte order marks, and trade marks (`OTCQB®`). */
const INVISIBLE = '\u00AE\u2122\u200B\u200C\u200D\u200E\u200F\u00AD\u2060\uFEFF';
/** The first and last full-width digits and letters, which are at a fixed distance from the ASCII ones. */
const FULL_WIDTH = [
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const;
const FULL_WIDTH_DISTANCE = 0xfee0;
const DROPPED = 0;

/** The replacement for each UTF-16 code unit. A table takes the same time for every character. */
const READ_AS = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
for (const [from, to] of FOLDED) READ_AS[from.charCodeAt(0)] = to.charCodeAt(0);
for (const character of INVISIBLE) READ_AS[character.charCodeAt(0)] = DROPPED;
for (const [first, last] of FULL_WIDTH)
  for (let code = first; code <= last; code += 1) READ_AS[code] = code - FULL_WIDTH_DISTANCE;

/**
 * The decoder exists in Node.js and in browsers, because the admin UI reads the text of a form as the server does. Half a surrogate
 * pair becomes U+FFFD.
 */
const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Builds a normalized text, character by character, in order. */
export class NormalizedTextBuilder {
  private characters: Uint16Array;
  private offsets: Int32Array;
  private length = 0;

  constructor(private readonly source: string) {
    // A little longer than the source, because the replacement of markup is seldom longer than the markup.
    this.characters = new Uint16Array(source.length + 64);
    this.offsets = new Int32Array(source.length + 64);
  }

  /** Copies a part of the original text, with folded characters. */
  copy(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.add(this.source.charCodeAt(at), at);
  }

  /** Adds characters that replace something at an offset of the original: a decoded entity, a paragraph break. */
  put(piece: string, offset: number): void {
    for (let index = 0; index < piece.length; index += 1) this.add(piece.charCodeAt(index), offset);
  }

  private add(code: number, offset: number): void {
    const read = READ_AS[code]!;
    if (read === DROPPED) return;
    if (this.length === this.characters.length) this.grow();
    this.characters[this.length] = read;
    this.offsets[this.length] = offset;
    this.length += 1;
  }

  private grow(): void {
    const { characters, offsets } = this;
    this.characters = new Uint16Array(characters.length * 2);
    this.characters.set(characters);
    this.offsets = new Int32Array(offsets.length * 2);
    this.offsets.set(offsets);
  }

  build(): NormalizedText {
    const { characters, offsets, length } = this;
    return {
      text: UTF_16.decode(characters.subarray(0, length)),
      sourceOffset: (index) => offsets[index] ?? 0,
    };
  }
}

/** Plain text, in which only typographic variants are folded. */
export const normalizePlain = (text: string): NormalizedText => {
  const builder = new NormalizedTextBuilder(text);
  builder.copy(0, text.length);
  return builder.build();
};
