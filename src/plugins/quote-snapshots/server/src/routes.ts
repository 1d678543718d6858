import admin from './admin-api/admin-routes';
import record from './content-api/record-routes';

export default { admin, 'content-api': record };
