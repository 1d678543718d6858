export { locksRows, tableIn, type Transaction } from '../strapi/transaction';
