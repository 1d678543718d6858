import admin from './admin-api/admin-controller';
import record from './content-api/record-controller';

export default { admin, 'quote-snapshot': record };
