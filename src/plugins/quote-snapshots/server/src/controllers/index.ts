import quoteSnapshot from './quote-snapshot';

export default { 'quote-snapshot': quoteSnapshot };
