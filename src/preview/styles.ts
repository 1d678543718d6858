import { createHash } from 'node:crypto';

/** The page's only styles: no font, image or script comes from anywhere. */
export const STYLES = `
:root { color-scheme: light dark; --ink: #1d2330; --soft: #5b6475; --line: #d8dce4; --paper: #fff; --box: #f5f6f9; --up: #1e6b3a; --down: #a52121; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ecf2; --soft: #a7b0c0; --line: #39404f; --paper: #151922; --box: #1f2530; --up: #7fd49c; --down: #ff9d9d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; }
main { display: grid; grid-template-columns: minmax(0, 1fr) 18rem; gap: 2.5rem; max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: 0 0 0.75rem; }
.summary { font-size: 1.2rem; color: var(--soft); }
.byline, figcaption, aside, footer, .draft, .quote { font-family: system-ui, sans-serif; }
.byline, figcaption { color: var(--soft); font-size: 0.875rem; }
.draft { background: #7a4b00; color: #fff; padding: 0.5rem 1.25rem; margin: 0; font-size: 0.875rem; text-align: center; }
figure { margin: 1.5rem 0; }
img { max-width: 100%; height: auto; }
pre { overflow-x: auto; background: var(--box); padding: 1rem; }
blockquote { margin: 1.5rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
.quote { font-size: 0.8em; white-space: nowrap; padding: 0.1em 0.4em; border: 1px solid var(--line); border-radius: 0.3em; background: var(--box); }
.up { color: var(--up); } .down { color: var(--down); } .flat { color: var(--soft); }
aside { background: var(--box); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem; align-self: start; font-size: 0.875rem; }
aside h2 { font-size: 1rem; margin: 0 0 0.5rem; }
table { width: 100%; border-collapse: collapse; }
td, th { padding: 0.35rem 0; border-top: 1px solid var(--line); text-align: right; font-weight: normal; }
th { text-align: left; font-weight: 600; }
footer { grid-column: 1 / -1; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.8125rem; }
@media (max-width: 52rem) { main { grid-template-columns: minmax(0, 1fr); } }
`;

/** What the page's Content-Security-Policy lets in: these very styles. */
export const STYLES_HASH = `'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`;
