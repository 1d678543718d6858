import { listOf, parseXml, textOf, type Element } from './xml';

const isAddress = (value: unknown): boolean =>
  URL.canParse(textOf(value)) && /^https?:$/.test(new URL(textOf(value)).protocol);

/** A date as RFC 822 writes it, with a year of four digits. */
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

const CHANNEL = new Set(['title', 'link', 'description', 'language', 'lastBuildDate', 'item', 'atom:link']);
const ITEM = new Set([
  ...['title', 'link', 'description', 'category', 'guid', 'pubDate', 'dc:creator', 'media:content'],
]);

/** What is wrong with an RSS 2.0 document, by its specification and the RSS Advisory Board's profile. */
export const faultsOfRss = (xml: string): string[] => {
  const { rss } = parseXml(xml);
  const channel = rss?.channel as Element | undefined;
  if (rss?.['@version'] !== '2.0' || !channel) return ['no rss of version 2.0 with a channel'];
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  for (const name of ['title', 'link', 'description'])
    must(textOf(channel[name]) !== '', `channel has no ${name}`);
  must(isAddress(channel.link), 'the link of the channel is no address');
  must(RFC_822.test(textOf(channel.lastBuildDate)), `lastBuildDate is ${textOf(channel.lastBuildDate)}`);
  for (const name of Object.keys(channel)) must(CHANNEL.has(name), `channel has ${name}`);
  const self = listOf(channel, 'atom:link').filter((link) => link['@rel'] === 'self');
  must(self.length === 1 && isAddress(self[0]?.['@href']), 'no atom:link to itself');
  const guids = listOf(channel, 'item').map((item) => textOf(item.guid));
  must(new Set(guids).size === guids.length, 'two items with one guid');
  for (const item of listOf(channel, 'item')) {
    must(textOf(item.title) !== '' || textOf(item.description) !== '', 'neither title nor description');
    must(isAddress(item.link), 'the link of an item is no address');
    must(RFC_822.test(textOf(item.pubDate)), `pubDate is ${textOf(item.pubDate)}`);
    must((item.guid as Element | undefined)?.['@isPermaLink'] === 'false', 'guid passes for a link');
    for (const name of Object.keys(item)) must(ITEM.has(name), `item has ${name}`);
    for (const category of listOf(item, 'category'))
      must(isAddress(category['@domain']) && textOf(category) !== '', 'a category without a domain');
  }
  return faults;
};
