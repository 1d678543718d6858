import type { Newsroom } from './newsroom';

const unescape = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

/** A page of the site, as a browser asks for it. */
export const openPage = ({ http }: Newsroom, path: string) =>
  http().get(path).set('accept', 'text/html,application/xhtml+xml');

/** The requests that a page says it was made of. */
export const requestsOf = (html: string): { rest: string[]; graphql: string } => {
  const rest = [...html.matchAll(/href="([^"]+)" rel="nofollow">GET /g)].map(([, address = '']) => {
    const { pathname, search } = new URL(unescape(address));
    return `${pathname}${search}`;
  });
  const [, graphql = ''] = /<pre[^>]*><code>(\{\n[^<]*)<\/code>/.exec(html) ?? [];
  return { rest, graphql: unescape(graphql) };
};

/** What a reader sees: the page's text without its head and its footer of requests. */
export const readText = (html: string): string => {
  const body = html.replace(/^[\s\S]*<body>/, '').replace(/<details[\s\S]*<\/details>/, '');
  return unescape(body.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
};
