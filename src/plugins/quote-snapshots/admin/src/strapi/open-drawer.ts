/**
 * Opens the drawer that a narrow screen keeps its panels in, where an element of a panel lies in it and it is closed.
 *
 * Leans on: how Strapi builds the drawer (`ActionsDrawer`). Its content is always there, with no height while the drawer is closed,
 * right behind the bar whose last button opens it. If Strapi builds it otherwise, it stays as it is.
 */
export const openDrawerAround = (element: Element): void => {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).maxHeight !== '0px') continue;
    const buttons = around.previousElementSibling?.querySelectorAll<HTMLElement>('button') ?? [];
    buttons[buttons.length - 1]?.click();
    return;
  }
};
