import type { PlainField } from '../strapi/text-fields';

/** The attribute of elements that the marks put into the page. Strapi's own elements do not have it. */
export const OWN = 'data-quote-marks';

/** The styles that decide where the characters of a field are drawn. */
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

/** Places a mirror over its field again, after the field's size or scroll position has changed. */
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
  // Only the underlines must be visible, because the field shows the text itself.
  mirror.style.setProperty('-webkit-text-fill-color', 'transparent');
  mirror.append(field.ownerDocument.createTextNode(''));
  return mirror;
};

/**
 * The text node at the place where a field shows its value. Browsers draw no highlights inside an input or a text area, so the same
 * text lies over it, transparent, with the same font and width. It takes no clicks, and screen readers ignore it.
 */
export const mirrorText = (field: PlainField): Text => {
  const mirror = mirrors.get(field) ?? createMirror(field);
  mirrors.set(field, mirror);
  if (mirror.parentElement !== field.parentElement) field.parentElement?.append(mirror);
  const node = mirror.firstChild as Text;
  // A text area shows an empty last line, but a block does not. Without this character, the scroll position would be wrong.
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
