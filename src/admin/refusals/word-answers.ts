import { wordError } from '../../newsroom/refusals/word-error';
import { ownTimeZone } from '../times/zoned-time';
import { tellRefusal } from './refusal-events';

/** Undefined if the answer is not a refusal by the newsroom. */
const worded = async (answer: Response): Promise<Response | undefined> => {
  if (answer.ok || !answer.headers.get('content-type')?.includes('json')) return undefined;
  const body = (await answer.clone().json()) as { error?: unknown } | null;
  // Strapi keeps the language of the admin UI here and updates it when the user changes it.
  const reader = { language: document.documentElement.lang, timeZone: ownTimeZone() };
  const error = wordError(body?.error, reader);
  if (!error) return undefined;
  tellRefusal((error.details.errors ?? []).flatMap(({ reason }) => reason?.code ?? []));
  const { status, statusText, headers } = answer;
  return new Response(JSON.stringify({ ...body, error }), { status, statusText, headers });
};

/**
 * Puts the newsroom's refusals into the user's language. The server's message is in English, with codes for programs. Strapi's own
 * screens (the Publish button, bulk publish, the media library) show the message and offer no way to translate it, but all of them
 * use `fetch`. If a later Strapi sends its requests in another way, they show the English message again.
 */
export const wordAnswers = (browser: Pick<Window, 'fetch'>): void => {
  const ask = browser.fetch.bind(window);
  browser.fetch = async (...request) => {
    const answer = await ask(...request);
    try {
      return (await worded(answer)) ?? answer;
    } catch {
      // The body is not the JSON that its header says. The caller notices this itself.
      return answer;
    }
  };
};
