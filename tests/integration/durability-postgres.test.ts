import { describeDurability } from './durability';

describeDurability('postgres');
