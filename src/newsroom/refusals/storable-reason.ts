import type { RefusalReason } from './refusal-reason';
import { wordReasons, type StoredReason } from './word-reasons';

/** Codes whose values are words of the draft, and the code that says the same without them. */
const WITHOUT_WORDS: Readonly<Record<string, RefusalReason['code']>> = {
  ambiguousMention: 'ambiguousMentions',
};

/**
 * Why an article is held back, as it is stored and sent: without the listings that its text names. The list of acts, notices and e-mails are
 * read by people and programs who may not read the draft, and the list is kept for good. Always, and not under embargo alone: who may read
 * the draft is told of each mention by “Before you publish”.
 */
export const storableReason = ({ reason, reasons }: StoredReason): StoredReason => {
  const hasWords = reasons?.some(({ code }) => Object.hasOwn(WITHOUT_WORDS, code)) ?? false;
  if (!reasons || !hasWords) return { reason, reasons };
  const stored = new Map<string, RefusalReason>();
  for (const one of reasons) {
    const code = Object.hasOwn(WITHOUT_WORDS, one.code) ? WITHOUT_WORDS[one.code] : undefined;
    // However many mentions there are, one sentence says so.
    if (code) stored.set(code, { code, values: {} });
    else stored.set(JSON.stringify(one), one);
  }
  const kept = [...stored.values()];
  const words = wordReasons({ reason: null, reasons: kept }, { language: 'en', timeZone: 'UTC' });
  return { reason: words, reasons: kept };
};
