import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { publicationRefusal } from '../../../../src/newsroom/publication/publication-refusal';
import { wordError } from '../../../../src/newsroom/refusals/word-error';

const ROOT = path.resolve(__dirname, '../../../../src/newsroom');
const READER = { language: 'de', timeZone: 'Europe/Berlin' };

/** As Strapi answers it. */
const answered = (error: Error): unknown => JSON.parse(JSON.stringify({ ...error, message: error.message }));

const english: Record<string, string> = JSON.parse(
  readFileSync(path.join(ROOT, 'refusals/messages/en.json'), 'utf8'),
);
const codes = Object.keys(english).filter((key) => !key.includes('.'));

describe.each(['en', 'de', 'fr', 'es'])('in %s', (language) => {
  it.each(codes)('%s has words', (code) => {
    const names = [...(english[code] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const values = Object.fromEntries(names.map((name) => [name, name === 'count' ? '2' : `the ${name}`]));
    const { message } = wordError({ details: { reason: { code, values } } }, { ...READER, language }) ?? {};
    expect(message).toMatch(/\S/);
    for (const name of names) expect(message).toContain(values[name]);
    if (language !== 'en' && /[a-z]{4}/.test(english[code] ?? '')) expect(message).not.toBe(english[code]);
  });
});

it('every code is one that something in the newsroom refuses with', () => {
  const source = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(ROOT, name), 'utf8'))
    .join('\n');
  expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
});

describe('an error in German', () => {
  const byline = {
    rule: 'byline',
    level: 'block',
    field: 'byline',
    message: 'A piece of kind “opinion” needs a byline.',
    fault: 'missingByline',
    values: { kind: 'opinion' },
  } as const;

  it('names the language and the kind, for the toast and at the field', () => {
    const error = answered(publicationRefusal('en', [byline]));
    const sentence =
      'Ein Artikel der Art „Meinung“ braucht eine Autorenzeile. Nennen Sie, wer ihn geschrieben hat, oder wählen Sie eine andere Art.';
    expect(wordError(error, READER)).toMatchObject({
      message: `Nicht auf Englisch veröffentlicht. ${sentence}`,
      details: { errors: [{ path: ['byline'], message: sentence, reason: { code: 'missingByline' } }] },
    });
  });

  it('says once what is the reason for several fields', () => {
    const reason = { code: 'instantOver', values: { at: 'Gestern' } };
    const part = (field: string) => ({ path: [field], message: 'x', reason });
    const error = { message: 'x', details: { errors: [part('publishAt'), part('unpublishAt')] } };
    expect(wordError(error, READER)?.message).toBe(
      'Gestern ist vorbei. Geben Sie einen späteren Zeitpunkt an.',
    );
  });

  it('has the reasons of each article behind its headline', () => {
    const found = (title: string) => ({
      message: 'x',
      reason: { code: 'keptBack', values: { title, locale: 'fr' } },
      reasons: [{ code: 'emptyField', values: { field: 'title' } }],
    });
    const reason = { code: 'nothingPublished', values: {} };
    expect(wordError({ details: { reason, errors: [found('Eins'), found('Zwei')] } }, READER)?.message).toBe(
      'Es wurde nichts veröffentlicht. Zurückgehalten: ' +
        '„Eins“ (Französisch): Das Pflichtfeld „Überschrift“ ist leer. ' +
        '„Zwei“ (Französisch): Das Pflichtfeld „Überschrift“ ist leer.',
    );
  });

  it('keeps the words of what has no code, beside what has one', () => {
    const known = { message: 'x', reason: { code: 'noticeMissing', values: {} } };
    const unknown = { message: 'Of another plugin.' };
    const { message } = wordError({ details: { errors: [known, unknown] } }, READER) ?? {};
    expect(message).toMatch(/^Wer einen Artikel zurückzieht.* Of another plugin\.$/);
  });

  it.each([
    ['no details', { message: 'Forbidden', details: {} }],
    ['a reason in words', { details: { reason: 'No.' } }],
    ['a code that it does not know', { details: { reason: { code: 'newer', values: {} } } }],
    ['a code without values', { details: { errors: [{ message: 'x', reason: { code: 'noDraft' } }] } }],
    ['values that are no text', { details: { reason: { code: 'tooLong', values: { most: 2 } } } }],
    ['a list that is none', { details: { errors: 'many' } }],
    ['nothing', null],
  ])('is left as it is with %s', (_what, error) => expect(wordError(error, READER)).toBeUndefined());
});
