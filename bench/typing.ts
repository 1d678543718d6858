import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { root } from '../src/command-line/root';
import { chromiumPath } from '../tests/e2e/support/chromium-path';
import { serveNewsroom } from './newsroom';
import { milliseconds, show } from './show';

const MENTIONS = 60;
const KEYS = 200;
const PAUSES = 20;
/** The time between two keys, in milliseconds: twelve characters a second, faster than anybody types for long. */
const KEY_EVERY_MS = 80;

const WIDE = { width: 1440, height: 1000 };

const ADMIN = {
  firstname: 'Ada',
  lastname: 'Admin',
  email: 'ada@example.com',
  password: 'Sufficiently-long-1',
};

/**
 * Records for each key the time until the browser has drawn the next frame, and for each input its time. It is a string because it
 * runs in the browser.
 */
const MEASURE = `
  window.drawnAfter = [];
  window.lastInput = 0;
  const next = new MessageChannel();
  const waiting = [];
  next.port1.onmessage = () => {
    for (const since of waiting.splice(0)) window.drawnAfter.push(performance.now() - since);
  };
  document.addEventListener('keydown', ({ timeStamp }) => {
    // A message that is posted during a frame arrives after the frame is drawn.
    requestAnimationFrame(() => { waiting.push(timeStamp); next.port2.postMessage(null); });
  }, true);
  // The blocks editor changes the text itself, so no \`input\` event follows.
  document.addEventListener('beforeinput', () => { window.lastInput = performance.now(); }, true);
  window.countMarks = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  window.markedAfter = (count) => new Promise((resolve) => {
    const look = () => window.countMarks() >= count
      ? resolve(performance.now() - window.lastInput)
      : requestAnimationFrame(look);
    look();
  });
`;

/** The figure that this share of the figures does not exceed. */
const percentile = (figures: readonly number[], share: number): number =>
  [...figures].sort((a, b) => a - b)[Math.ceil(figures.length * share) - 1] ?? NaN;

/** Real tickers that have sample quotes, repeated. */
const listings = ['MSFT', 'AAPL', 'NVDA', 'AMZN', 'GOOGL', 'META', 'TSLA', 'INTC', 'AMD', 'CSCO'];

const openForm = async (page: Page, address: string): Promise<void> => {
  const registered = await page.request.post(`${address}/admin/register-admin`, { data: ADMIN });
  if (!registered.ok()) throw new Error(`The first admin was not registered: ${await registered.text()}`);
  await page.goto(`${address}/admin/auth/login`);
  await page.getByLabel('Email').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: false }).first().fill(ADMIN.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL(/\/admin\/?$/);
  await page.goto(`${address}/admin/content-manager/collection-types/api::article.article/create`);
};

/** Types into the body of an article below a text with this number of mentions. @returns times in milliseconds */
const typeBelow = async (page: Page, mentions: number): Promise<{ drawn: number[]; marked: number[] }> => {
  const editor = page.locator('[data-slate-editor]').first();
  await editor.click();
  await page.evaluate(MEASURE);
  for (let n = 0; n < mentions; n += 1) {
    await page.keyboard.insertText(
      `Shares of a company (NASDAQ: ${listings[n % listings.length]}) rose after it had told of its quarter. `,
    );
    if (n % 6 === 5) await page.keyboard.press('Enter');
  }
  await page.evaluate(`window.markedAfter(${mentions})`);
  await page.waitForLoadState('networkidle');
  await page.evaluate('window.drawnAfter.length = 0');
  const text = 'and so on, for as long as an editor writes ';
  for (let n = 0; n < KEYS; n += 1) {
    await page.keyboard.press(text[n % text.length] === ' ' ? 'Space' : (text[n % text.length] ?? 'a'));
    await page.waitForTimeout(KEY_EVERY_MS);
  }
  const drawn = await page.evaluate<number[]>('window.drawnAfter');
  const marked: number[] = [];
  for (let n = 0; n < PAUSES && mentions > 0; n += 1) {
    await page.keyboard.insertText(` (NYSE: ${listings[n % listings.length]})`);
    marked.push(await page.evaluate<number>(`window.markedAfter(${mentions + n + 1})`));
  }
  return { drawn, marked };
};

/** Says what the measurement needs and the machine lacks; undefined if nothing is missing. */
const whatIsMissing = (): string | undefined => {
  if (!existsSync(path.join(root, 'dist/build/index.html'))) return 'The admin is not built: npm run build.';
  try {
    chromiumPath();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/**
 * Measures in Chromium, with the built admin UI, how long a typed character takes to be drawn in the body of an article, without
 * mentions and below sixty, and how long after the last key a new mention is marked. If the admin UI is not built or there is no
 * Chromium, it prints the reason and measures nothing.
 */
export const benchTyping = async (): Promise<void> => {
  const missing = whatIsMissing();
  if (missing) {
    console.log(`\nTyping is not measured. ${missing}`);
    return;
  }
  const newsroom = await serveNewsroom(true, 0, 0, { SERVE_ADMIN: 'true', NODE_ENV: 'test' });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: WIDE });
    await openForm(page, newsroom.address);
    const none = await typeBelow(page, 0);
    await page.reload();
    const many = await typeBelow(page, MENTIONS);
    const row = (what: string, figures: readonly number[]): string[] => [
      what,
      ...[0.5, 0.9, 1].map((share) => milliseconds(percentile(figures, share))),
    ];
    show(
      'Typing in the body of an article (Chromium)',
      ['', 'median', '90 %', 'longest'],
      [
        row('key to picture, no mention', none.drawn),
        row(`key to picture, ${MENTIONS} mentions`, many.drawn),
        row(`last key to mark, ${MENTIONS} mentions and more`, many.marked),
      ],
    );
  } finally {
    await browser.close();
    await newsroom.stop();
  }
};
