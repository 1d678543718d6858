import { Presets, SingleBar } from 'cli-progress';

/** Shows a progress bar on a terminal. Elsewhere, where a bar would fill a log, it prints a line at every tenth. */
export const showProgress = (what: string, total: number) => {
  let done = 0;
  const bar = process.stderr.isTTY
    ? new SingleBar(
        { format: `${what} {bar} {value}/{total} {eta_formatted}`, stream: process.stderr },
        Presets.shades_grey,
      )
    : undefined;
  bar?.start(total, 0);
  return {
    step(): void {
      done += 1;
      if (bar) bar.update(done);
      else if (done === total || done % Math.ceil(total / 10) === 0)
        console.error(`${what} ${done}/${total}`);
    },
    stop(): void {
      bar?.stop();
    },
  };
};
