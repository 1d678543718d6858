import quoteSnapshot from './quote-snapshot/schema';

export default { 'quote-snapshot': { schema: quoteSnapshot } };
