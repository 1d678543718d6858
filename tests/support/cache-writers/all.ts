import type { Register } from '../linearizability';
import type { Newsroom } from '../newsroom';
import type { Node } from '../node';
import { permissionWriters } from './permissions';
import { relationWriters } from './relations';
import { titleWriters } from './titles';

/**
 * Writers of many kinds, each with something of its own that shows in an answer.
 *
 * @param address where writes over HTTP go
 * @param other a second node, which writes by itself
 */
export const cacheWriters = async (newsroom: Newsroom, address: string, other: Node): Promise<Register[]> => [
  ...(await titleWriters(newsroom, address, other)),
  ...(await relationWriters(newsroom.strapi)),
  ...(await permissionWriters(newsroom.strapi)),
];
