import Table from 'cli-table3';

/** Prints a table of figures. */
export const show = (title: string, head: string[], rows: string[][]): void => {
  const table = new Table({
    head,
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  table.push(...rows);
  console.log(`\n${title}\n${table.toString()}`);
};

export const milliseconds = (figure: number): string => `${figure.toFixed(figure < 10 ? 2 : 1)} ms`;
export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
