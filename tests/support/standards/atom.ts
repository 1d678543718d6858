import { listOf, parseXml, textOf, type Element } from './xml';

/** RFC 3339. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const ENTRY = new Set([...['id', 'title', 'link', 'published', 'updated', 'author', 'category', 'summary']]);

/** What is wrong with an Atom feed, by RFC 4287. */
export const faultsOfAtom = (xml: string): string[] => {
  const { feed } = parseXml(xml);
  if (feed?.['@xmlns'] !== 'http://www.w3.org/2005/Atom') return ['no feed of Atom'];
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  const once = (element: Element, name: string) =>
    must(textOf(element[name]) !== '' && !Array.isArray(element[name]), `not one ${name}`);
  for (const name of ['id', 'title', 'updated']) once(feed, name);
  must(TIME.test(textOf(feed.updated)), `updated is ${textOf(feed.updated)}`);
  must(URL.canParse(textOf(feed.id)), 'the id is no IRI');
  must(textOf((feed.author as Element | undefined)?.name) !== '', 'the feed has no author');
  for (const rel of ['alternate', 'self'])
    must(listOf(feed, 'link').filter((link) => link['@rel'] === rel).length === 1, `not one link ${rel}`);
  const ids = listOf(feed, 'entry').map((entry) => textOf(entry.id));
  must(new Set(ids).size === ids.length, 'two entries with one id');
  for (const entry of listOf(feed, 'entry')) {
    for (const name of ['id', 'title', 'updated']) once(entry, name);
    must(/^tag:/.test(textOf(entry.id)) && URL.canParse(textOf(entry.id)), 'the id of an entry is no IRI');
    for (const name of ['published', 'updated'])
      must(TIME.test(textOf(entry[name])), `${name} is ${textOf(entry[name])}`);
    for (const name of Object.keys(entry)) must(ENTRY.has(name), `entry has ${name}`);
    for (const link of listOf(entry, 'link'))
      must(URL.canParse(String(link['@href'])), 'a link leads nowhere');
    // RFC 4287, 4.2.2: a category must have a term.
    for (const category of listOf(entry, 'category'))
      must(
        Boolean(category['@term']) && URL.canParse(String(category['@scheme'])),
        'a category without a term',
      );
  }
  return faults;
};
