import admin from './admin-api/admin-controller';
import quoteSnapshot from './content-api/quote-snapshot-controller';

export default { admin, 'quote-snapshot': quoteSnapshot };
