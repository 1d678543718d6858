import admin from './admin';
import quoteSnapshot from './quote-snapshot';

export default { admin, 'quote-snapshot': quoteSnapshot };
