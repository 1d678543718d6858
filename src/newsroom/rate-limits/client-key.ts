import { isIPv6 } from 'node:net';

/** The eight groups of a valid IPv6 address, each a number of 16 bits. */
const ipv6Groups = (address: string): number[] => {
  // The last 32 bits may be written as an IPv4 address.
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = hex.split('::');
  const parse = (part = ''): number[] =>
    part === '' ? [] : part.split(':').map((group) => parseInt(group, 16));
  const [first, last] = [parse(head), parse(tail)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
};

/**
 * The key by which requests of an address are counted. A household or a rented server has a whole network of IPv6 addresses (RFC
 * 6177), so the addresses of one network share a key. An IPv4 address has its own key, also when it is written as IPv6
 * (`::ffff:192.0.2.1`).
 *
 * @param prefix the number of leading bits that identify the network, 1 to 128
 */
export const clientKey = (ip: string, prefix: number): string => {
  const address = ip.replace(/%.*$/, '');
  if (!isIPv6(address)) return ip;
  const groups = ipv6Groups(address);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) {
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  }
  const network = groups.map((group, index) => {
    const kept = Math.min(16, Math.max(0, prefix - index * 16));
    return group & (0xffff << (16 - kept)) & 0xffff;
  });
  return `${network.map((group) => group.toString(16)).join(':')}/${prefix}`;
};
