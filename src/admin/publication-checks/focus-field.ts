const FOCUSABLE = 'input, textarea, [contenteditable="true"], [role="combobox"], button';
/** How far above its label a field of the content manager begins, at most. */
const MOST_LEVELS = 4;

/** The control that a label of the form names: by its `for`, else the first one beside it, as of the blocks editor. */
const controlOf = (label: HTMLLabelElement): HTMLElement | null => {
  if (label.control) return label.control;
  let around: Element | null = label;
  for (let level = 0; level < MOST_LEVELS && around; level += 1) {
    around = around.parentElement;
    const editor = around?.querySelector<HTMLElement>('[contenteditable="true"]');
    const control = editor ?? around?.querySelector<HTMLElement>(FOCUSABLE);
    if (control) return control;
  }
  return null;
};

/**
 * Brings a field of the edit view into view and puts the caret there.
 *
 * @param name the field's label, as it is shown
 * @returns whether there was one
 */
export const focusField = (name: string): boolean => {
  const labels = [...document.querySelectorAll<HTMLLabelElement>('main label')];
  const label = labels.find(({ textContent }) => textContent?.replace(/\*?\s*$/, '') === name);
  const control = label && controlOf(label);
  if (!control) return false;
  control.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
  return true;
};
