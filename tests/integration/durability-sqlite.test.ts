import { describeDurability } from './durability';

describeDurability('sqlite');
