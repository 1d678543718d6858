import providerUsage from './provider-usage/schema';
import quoteSnapshot from './quote-snapshot/schema';

export default { 'quote-snapshot': { schema: quoteSnapshot }, 'provider-usage': { schema: providerUsage } };
