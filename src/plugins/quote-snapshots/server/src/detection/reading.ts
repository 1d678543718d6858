/**
 * A text as detection reads it (markup gone, typographic variants folded), and where each character of it stands
 * in the text as given.
 */
export interface Reading {
  text: string;
  /** The offset in the original text of the character at `index`. */
  original(index: number): number;
}

/** Stands where something was left out that no mention may reach across: code, a URL, an image. */
export const BREAK = '\uE000';

/** Press typography: what different characters mean the same thing. */
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

/** Characters that print nothing: zero-width spaces and joiners, soft hyphens, byte order marks. */
const INVISIBLE = /[\u200B-\u200F\u00AD\u2060\uFEFF]/;
const SPECIAL =
  /[\t\u00A0\u00AB\u00AD\u00BB\u1680\u2000-\u206F\u2236\u3000-\u3015\uA789\uFE55-\uFE5A\uFEFF\uFF02-\uFF5A]/g;

const fold = (character: string): string => {
  const folded = FOLDED.get(character);
  if (folded !== undefined) return folded;
  if (INVISIBLE.test(character)) return '';
  // Full-width digits and letters stand at a fixed distance from the usual ones.
  return /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/.test(character)
    ? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
    : character;
};

/** Builds a reading piece by piece; every step costs its own length. */
export class ReadingBuilder {
  private readonly pieces: string[] = [];
  /** Where runs begin: index in the reading, offset in the original. Within a run both go up together. */
  private readonly starts: number[] = [];
  private readonly offsets: number[] = [];
  private length = 0;

  /** The next character to fold, once found: searching for it anew from every stretch would cost the square. */
  private special: { index: number; character: string } | undefined;

  constructor(private readonly source: string) {}

  /** A stretch of the original text, folded. Stretches must come in order. */
  copy(from: number, to: number): void {
    let at = from;
    for (let next = this.specialFrom(from); next.index < to; next = this.specialFrom(at)) {
      this.put(this.source.slice(at, next.index), at);
      this.put(fold(next.character), next.index);
      at = next.index + 1;
    }
    this.put(this.source.slice(at, to), at);
  }

  private specialFrom(from: number): { index: number; character: string } {
    if (!this.special || this.special.index < from) {
      SPECIAL.lastIndex = from;
      const match = SPECIAL.exec(this.source);
      this.special = { index: match?.index ?? Infinity, character: match?.[0] ?? '' };
    }
    return this.special;
  }

  /** Characters that stand for something at an offset of the original: a decoded entity, a paragraph break. */
  put(piece: string, offset: number): void {
    if (piece === '') return;
    this.starts.push(this.length);
    this.offsets.push(offset);
    this.pieces.push(piece);
    this.length += piece.length;
  }

  build(): Reading {
    const { starts, offsets } = this;
    return {
      text: this.pieces.join(''),
      original(index) {
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if ((starts[middle] ?? 0) <= index) low = middle;
          else high = middle - 1;
        }
        return (offsets[low] ?? 0) + index - (starts[low] ?? 0);
      },
    };
  }
}

/** Plain text: only typography is folded. */
export const readPlain = (text: string): Reading => {
  const builder = new ReadingBuilder(text);
  builder.copy(0, text.length);
  return builder.build();
};
