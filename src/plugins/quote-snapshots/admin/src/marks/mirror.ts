import type { PlainField } from '../strapi/text-fields';

/** What marks, and nothing of Strapi's, put into the page. */
export const OWN = 'data-quote-marks';

/** What decides where the characters of a field stand. */
const COPIED = [
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'fontVariant',
  'fontStretch',
  'fontFeatureSettings',
  'letterSpacing',
  'wordSpacing',
  'textTransform',
  'textIndent',
  'textAlign',
  'direction',
  'tabSize',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
] as const;

const mirrors = new WeakMap<PlainField, HTMLElement>();

/** Lays a mirror over its field again: after a change of its size or its scroll position. */
export const layMirror = (field: PlainField, mirror: HTMLElement): void => {
  const style = getComputedStyle(field);
  for (const property of COPIED) mirror.style[property] = style[property];
  const across = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
  const down = parseFloat(style.borderTopWidth) + parseFloat(style.borderBottomWidth);
  Object.assign(mirror.style, {
    left: `${field.offsetLeft}px`,
    top: `${field.offsetTop}px`,
    // Without the width of a scroll bar, which takes room from the text.
    width: `${field.clientWidth + across}px`,
    height: `${field.clientHeight + down}px`,
    lineHeight:
      field instanceof HTMLTextAreaElement
        ? style.lineHeight
        : // A browser centres the one line of an input.
          `${field.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)}px`,
  });
  mirror.scrollTop = field.scrollTop;
  mirror.scrollLeft = field.scrollLeft;
};

const createMirror = (field: PlainField): HTMLElement => {
  const mirror = field.ownerDocument.createElement('div');
  mirror.setAttribute(OWN, 'mirror');
  mirror.setAttribute('aria-hidden', 'true');
  Object.assign(mirror.style, {
    position: 'absolute',
    overflow: 'hidden',
    boxSizing: 'border-box',
    margin: '0',
    pointerEvents: 'none',
    borderStyle: 'solid',
    borderColor: 'transparent',
    whiteSpace: field instanceof HTMLTextAreaElement ? 'pre-wrap' : 'pre',
    overflowWrap: 'break-word',
  });
  // Only the underlines are to be seen: the field shows the text itself.
  mirror.style.setProperty('-webkit-text-fill-color', 'transparent');
  mirror.append(field.ownerDocument.createTextNode(''));
  return mirror;
};

/**
 * The text node that stands where a field shows its value. Browsers draw no highlight inside an input or a text area, so the
 * same text lies over it, transparent, in the same font and width. It takes no clicks, and screen readers do not see it.
 */
export const mirrorText = (field: PlainField): Text => {
  const mirror = mirrors.get(field) ?? createMirror(field);
  mirrors.set(field, mirror);
  if (mirror.parentElement !== field.parentElement) field.parentElement?.append(mirror);
  const node = mirror.firstChild as Text;
  // A text area shows an empty last line, a block does not: a mark there would shift the scroll position.
  const text = `${field.value}\u200b`;
  if (node.data !== text) node.data = text;
  layMirror(field, mirror);
  return node;
};

export const mirrorOf = (field: PlainField): HTMLElement | undefined => mirrors.get(field);

export const removeMirror = (field: PlainField): void => {
  mirrors.get(field)?.remove();
  mirrors.delete(field);
};
