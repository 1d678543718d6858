/**
 * Opens the drawer in which a narrow screen keeps its panels, if an element is inside it and it is closed.
 *
 * Leans on: the structure of Strapi's drawer (`ActionsDrawer`). Its content always exists, with no height while the drawer is
 * closed, right behind the bar whose last button opens it. If Strapi changes the structure, the drawer stays closed.
 */
export const openDrawerAround = (element: Element): void => {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).maxHeight !== '0px') continue;
    const buttons = around.previousElementSibling?.querySelectorAll<HTMLElement>('button') ?? [];
    buttons[buttons.length - 1]?.click();
    return;
  }
};
