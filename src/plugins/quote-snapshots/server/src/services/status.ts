import type { Core } from '@strapi/strapi';
import type { StatusService } from '../api';
import { readStatus } from './read-status';

export default ({ strapi }: { strapi: Core.Strapi }): StatusService => ({
  read: () => readStatus(strapi),
});
