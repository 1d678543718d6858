import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { canvasFont } from './fonts';
import type { PictureText, QuoteLine } from './picture-text';
import { SOCIAL_PICTURE_SIZE } from './size';
import { wrapText } from './wrap-text';

const MARGIN = 72;
const COLOURS = { background: '#0d1b2a', accent: '#e0b458', text: '#ffffff', quiet: '#b8c4d0' };

/** The directions also differ by shape and sign, because not everybody can tell the colours apart. */
const DIRECTION_COLOURS = { up: '#6fdc9c', down: '#ff9a8d', flat: COLOURS.quiet } as const;

const drawArrow = (context: SKRSContext2D, direction: QuoteLine['direction'], x: number, y: number): void => {
  const size = 20;
  context.beginPath();
  if (direction === 'up') {
    context.moveTo(x, y);
    context.lineTo(x + size, y);
    context.lineTo(x + size / 2, y - size);
  } else if (direction === 'down') {
    context.moveTo(x, y - size);
    context.lineTo(x + size, y - size);
    context.lineTo(x + size / 2, y);
  } else {
    context.rect(x, y - size / 2 - 3, size, 6);
  }
  context.fill();
};

const drawQuote = (context: SKRSContext2D, quote: QuoteLine, x: number, y: number): void => {
  context.font = canvasFont(26, 400);
  context.fillStyle = COLOURS.quiet;
  context.fillText(quote.listing, x, y);
  context.font = canvasFont(34, 700);
  context.fillStyle = COLOURS.text;
  context.fillText(quote.price, x, y + 44);
  if (quote.change === '') return;
  context.fillStyle = DIRECTION_COLOURS[quote.direction];
  drawArrow(context, quote.direction, x, y + 86);
  context.font = canvasFont(26, 700);
  context.fillText(quote.change, x + 30, y + 86);
};

/** Draws the picture of an article, with the headline and the quotes at publication. @returns a PNG */
export const drawPicture = async (text: PictureText): Promise<Buffer> => {
  const { width, height } = SOCIAL_PICTURE_SIZE;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = COLOURS.background;
  context.fillRect(0, 0, width, height);
  context.fillStyle = COLOURS.accent;
  context.fillRect(MARGIN, MARGIN, 64, 8);
  context.font = canvasFont(28, 700);
  context.fillText(text.publication, MARGIN, MARGIN + 52);

  const hasQuotes = text.quotes.length > 0;
  context.font = canvasFont(60, 700);
  context.fillStyle = COLOURS.text;
  context.direction = text.rightToLeft ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  const lines = wrapText(
    text.headline,
    width - 2 * MARGIN,
    hasQuotes ? 3 : 5,
    (piece) => context.measureText(piece).width,
  );
  lines.forEach((line, index) => {
    context.fillText(line, text.rightToLeft ? width - MARGIN : MARGIN, MARGIN + 136 + index * 74);
  });

  context.direction = 'ltr';
  const column = (width - 2 * MARGIN) / 3;
  text.quotes.forEach((quote, index) => drawQuote(context, quote, MARGIN + index * column, height - 174));
  context.font = canvasFont(20, 400);
  context.fillStyle = COLOURS.quiet;
  const [note = ''] = wrapText(text.note, width - 2 * MARGIN, 1, (piece) => context.measureText(piece).width);
  context.fillText(note, MARGIN, height - 36);
  return await canvas.encode('png');
};
