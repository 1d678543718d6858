import article from '../../../src/api/article/content-types/article/schema.json';
import disclaimer from '../../../src/api/disclaimer/content-types/disclaimer/schema.json';
import ticker from '../../../src/api/ticker/content-types/ticker/schema.json';
import { HINTS } from '../../../src/admin/brand/field-hints';
import { FIELD_VALUES } from '../../../src/admin/brand/field-values';
import { translateHints } from '../../../src/admin/brand/translate-hints';
import { LAYOUTS } from '../../../src/newsroom/first-start/edit-layouts';

const EDITED = [
  'api::article.article',
  'api::company.company',
  'api::ticker.ticker',
  'api::disclaimer.disclaimer',
];

/** What stands under the fields that are in a form. */
const shownHints = EDITED.flatMap((uid) => {
  const { edit, texts } = LAYOUTS[uid]!;
  return edit.flat().flatMap(([field]) => texts[field]?.[1] || []);
});

it.each(EDITED)('every field in a form or a list of %s has a label', (uid) => {
  const { edit, list, texts } = LAYOUTS[uid]!;
  const shown = [...edit.flat().map(([field]) => field), ...list];
  expect(shown.filter((field) => !texts[field]?.[0])).toEqual([]);
});

it.each(Object.entries(HINTS))(
  'every text under a field has one in %s, and no other has',
  (_language, hints) => {
    expect(Object.keys(hints).sort()).toEqual([...new Set(shownHints)].sort());
  },
);

it.each(Object.entries(FIELD_VALUES))('every choice of a field has a name in %s', (_language, names) => {
  const { kind } = article.attributes;
  const { instrumentType, listingStatus } = ticker.attributes;
  const { appliesTo } = disclaimer.attributes;
  const values = [kind, instrumentType, listingStatus, appliesTo].flatMap((field) => field.enum);
  expect(Object.keys(names).sort()).toEqual(values.sort());
});

describe('texts under fields', () => {
  const view = (...hints: (string | undefined)[]) => ({
    layout: {
      layout: [[hints.map((hint) => ({ name: 'field', ...(hint ? { hint } : {}) }))]],
      settings: 'kept',
    },
    query: 'kept',
  });

  it('are in the language of the page; an admin’s own, and none, stay', () => {
    expect(translateHints(view('With https://', 'As the desk says.', undefined), 'de')).toEqual(
      view('Mit https://', 'As the desk says.', undefined),
    );
  });

  it('are English where the newsroom does not speak the language', () => {
    expect(translateHints(view('With https://'), 'ja')).toEqual(view('With https://'));
  });
});
