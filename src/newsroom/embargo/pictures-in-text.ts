interface Picture {
  hash?: unknown;
  url?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The name of a file without its folder and extension. Strapi calls it the hash. */
const nameOf = (url: string): string =>
  (url.split(/[?#]/)[0]?.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');

/** What a file is called in its storage: by what it says, and by its address. */
export const pictureNames = ({ hash, url }: Picture): string[] =>
  [hash, typeof url === 'string' ? nameOf(url) : undefined].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  );

/**
 * The hashes of the pictures in a text of blocks, at any depth. They are taken from the block's data and from its address, which is
 * what a page shows. Strapi has no relation from a text to its files.
 */
export const picturesInText = (blocks: unknown): string[] => {
  if (Array.isArray(blocks)) return blocks.flatMap(picturesInText);
  if (!isObject(blocks)) return [];
  const own = blocks.type === 'image' && isObject(blocks.image) ? pictureNames(blocks.image) : [];
  return [...new Set([...own, ...picturesInText(blocks.children)])];
};
