import { wordError } from '../../newsroom/refusals/word-error';
import { ownTimeZone } from '../times/zoned-time';
import { tellRefusal } from './refusal-events';

/** Undefined for an answer that is no refusal of the newsroom. */
const worded = async (answer: Response): Promise<Response | undefined> => {
  if (answer.ok || !answer.headers.get('content-type')?.includes('json')) return undefined;
  const body = (await answer.clone().json()) as { error?: unknown } | null;
  // Strapi keeps the language of its user here, whenever they change it.
  const reader = { language: document.documentElement.lang, timeZone: ownTimeZone() };
  const error = wordError(body?.error, reader);
  if (!error) return undefined;
  tellRefusal((error.details.errors ?? []).flatMap(({ reason }) => reason?.code ?? []));
  const { status, statusText, headers } = answer;
  return new Response(JSON.stringify({ ...body, error }), { status, statusText, headers });
};

/**
 * Words what the newsroom refuses in the language of whoever is at the screen. The server's message is in English, for programs;
 * its codes are not, but Strapi's own screens (the Publish button, bulk publish, the media library) show the message, and have
 * nothing of their own to put words there. What they all have in common is `fetch`. If a Strapi asks in another way, they show the
 * message in English again.
 */
export const wordAnswers = (browser: Pick<Window, 'fetch'>): void => {
  const ask = browser.fetch.bind(window);
  browser.fetch = async (...request) => {
    const answer = await ask(...request);
    try {
      return (await worded(answer)) ?? answer;
    } catch {
      // Not the JSON that it says it is: whoever asked finds that out, as without the newsroom.
      return answer;
    }
  };
};
