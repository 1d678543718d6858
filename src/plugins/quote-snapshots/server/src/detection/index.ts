export { entryMentions, type EntryMention } from './entry-mentions';
export { exchangeLabel } from './exchanges/exchanges';
export { findEveryMention, findMentions } from './find-mentions';
export type { FindOptions, Mention, TextFormat } from './mention';
