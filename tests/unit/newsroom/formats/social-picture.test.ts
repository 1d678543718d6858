import { loadImage, createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { drawPicture } from '../../../../src/newsroom/formats/social-picture/draw-picture';
import { pictureText } from '../../../../src/newsroom/formats/social-picture/picture-text';
import { wrapText } from '../../../../src/newsroom/formats/social-picture/wrap-text';
import { articleWith, quoteOf } from './article';

const LETTER = 10;
const measure = (text: string): number => [...text].length * LETTER;

describe('a headline in lines', () => {
  it('breaks between words, within words that are too long, and ends with an ellipsis', () => {
    expect(wrapText('one two three', 80, 3, measure)).toEqual(['one two', 'three']);
    expect(wrapText('abcdefghij', 40, 3, measure)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrapText('one two three four', 80, 1, measure)).toEqual(['one two…']);
    expect(wrapText('', 80, 3, measure)).toEqual([]);
  });

  it('fits, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.integer({ min: 1, max: 5 }), (text, most) => {
        const lines = wrapText(text, 120, most, measure);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(120);
        const shown = lines.join('').replace(/…$/, '').replace(/\s/g, '');
        expect(text.replace(/\s/g, '').startsWith(shown)).toBe(true);
      }),
    );
  });
});

describe('the picture of an article', () => {
  const coloursOf = async (png: Buffer, x: number, y: number, width: number, height: number) => {
    const canvas = createCanvas(1200, 630);
    const context = canvas.getContext('2d');
    context.drawImage(await loadImage(png), 0, 0);
    const { data } = context.getImageData(x, y, width, height);
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4) colours.add([...data.subarray(at, at + 3)].join());
    return colours;
  };

  it('says headline, publication, quotes with their direction, and whose they are', () => {
    const article = articleWith({
      quotes: [quoteOf('MSFT'), quoteOf('ORCL', { change: -1, changePercent: -0.5 })],
    });
    expect(pictureText(article, 'Daily')).toEqual({
      publication: 'Daily',
      headline: 'Chipmakers steady',
      rightToLeft: false,
      quotes: [
        { listing: 'NASDAQ: MSFT', price: '$480.00', change: '+2.13%', direction: 'up' },
        { listing: 'NASDAQ: ORCL', price: '$480.00', change: '-0.50%', direction: 'down' },
      ],
      note: 'Quotes at publication · Quotes by Example Data.',
    });
    expect(pictureText(articleWith({ title: '«ارتفعت أسهم» MSFT' }), 'Daily').rightToLeft).toBe(true);
    expect(pictureText(articleWith(), 'Daily').note).toBe('');
  });

  it('is a PNG of the size that networks show, with the headline at its side', async () => {
    const png = await drawPicture(pictureText(articleWith({ quotes: [quoteOf('MSFT')] }), 'Daily'));
    const { width, height } = await loadImage(png);
    expect([width, height]).toEqual([1200, 630]);
    expect((await coloursOf(png, 72, 150, 200, 80)).size).toBeGreaterThan(2);
    expect((await coloursOf(png, 1000, 150, 128, 80)).size).toBe(1);
    const arabic = await drawPicture(pictureText(articleWith({ title: 'ارتفعت' }), 'Daily'));
    expect((await coloursOf(arabic, 1000, 150, 128, 80)).size).toBeGreaterThan(2);
    expect((await coloursOf(arabic, 72, 150, 200, 80)).size).toBe(1);
  });

  it('is drawn of any title', async () => {
    for (const title of ['', '<b>&</b>'.repeat(40), 'W'.repeat(255), '日本 😀 \u0000']) {
      const png = await drawPicture(pictureText(articleWith({ title, quotes: [quoteOf('A')] }), 'D'));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
    }
  });
});
