const FOCUSABLE = 'input, textarea, [contenteditable="true"], [role="combobox"], button';
/** The most levels above its label at which a field of the content manager begins. */
const MOST_LEVELS = 4;

/** The control of a label: by its `for`, or else the first control beside it, as with the blocks editor. */
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
 * Scrolls to a field of the edit view and focuses it.
 *
 * @param name the field's label, as it is shown
 * @returns false if there is no such field
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
