import type { Picture } from './article';
import { safeLink } from '../newsroom/text/safe-link';

/** An entry of `srcset`. Its address must have no blank or comma, which would end it. */
const candidate = (url: string, width: number): string | undefined => {
  const safe = safeLink(url);
  return safe ? `${safe.replaceAll(',', '%2C')} ${width}w` : undefined;
};

const sourcesOf = ({ url, width, formats }: Picture): string | undefined => {
  const copies = Object.values(formats ?? {}).flatMap((copy) => (copy ? [copy] : []));
  const all = [...copies, ...(width ? [{ url, width }] : [])];
  const sources = all.flatMap((copy) => candidate(copy.url, copy.width) ?? []);
  return copies.length > 0 && sources.length > 1 ? sources.join(', ') : undefined;
};

/**
 * A picture with its size, so that the page does not move when it loads. Renders nothing if its address is not safe.
 *
 * @param sizes the attribute `sizes` of HTML: how wide it is shown
 */
export const PictureImage = ({
  picture,
  alt,
  sizes,
  isFirst,
}: {
  picture: Picture;
  alt: string;
  sizes: string;
  /** Whether it is visible when the page opens. */
  isFirst?: boolean;
}) => {
  const src = safeLink(picture.url);
  if (!src) return null;
  const srcSet = sourcesOf(picture);
  return (
    <img
      src={src}
      srcSet={srcSet}
      sizes={srcSet && sizes}
      alt={alt}
      width={picture.width ?? undefined}
      height={picture.height ?? undefined}
      loading={isFirst ? undefined : 'lazy'}
    />
  );
};
