/** Legal forms at the end of company names, in lower case and without dots. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `inc incorporated corp corporation co company ltd limited llc lp llp plc group holding holdings
  ag se sa sas sarl spa nv bv ab asa as oyj oy kgaa gmbh aktiengesellschaft sab sabdecv
  kk kabushiki kaisha pte pty bhd berhad tbk pjsc jsc pcl`.split(/\s+/),
);

/** `S.A.` and `SA` are the same form. */
const withoutDots = (word: string): string => word.replaceAll('.', '').toLowerCase();

/** Whether a word is a legal form: `Inc.`, `plc`, `S.A.`. */
export const isLegalForm = (word: string): boolean => LEGAL_FORMS.has(withoutDots(word.replace(/,$/, '')));

/**
 * A company's name without its legal form, as the press prints it: Apple for `Apple Inc.`, Boeing for `The Boeing Company`. Never
 * empty unless the name is.
 */
export const withoutLegalForm = (name: string): string => {
  const words = name.trim().split(' ').filter(Boolean);
  let end = words.length;
  while (end > 1 && isLegalForm(words[end - 1] ?? '')) end -= 1;
  // "A & Co.": the rest must not end with the sign that joined the form.
  if (end > 1 && end < words.length && /^(?:&|and|und|et|y)$/i.test(words[end - 1] ?? '')) end -= 1;
  const start = end > 1 && words[0]?.toLowerCase() === 'the' ? 1 : 0;
  return words.slice(start, end).join(' ').replace(/,$/, '');
};
